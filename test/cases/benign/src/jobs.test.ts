import { afterEach, expect, it, vi } from 'vitest';
import { handler } from './jobs';

const queue: unknown[] = [];
const seen = new Set<string>();
let attempts = 0;

vi.mock('./queue', () => ({
  enqueue: async (job: { id: string }) => {
    attempts += 1;
    if (seen.has(job.id)) return;
    seen.add(job.id);
    queue.push(job);
  },
}));

afterEach(() => {
  queue.splice(0);
  seen.clear();
  attempts = 0;
});

it('queues a job once', async () => {
  await handler({ Records: [{ body: '{"id":"1"}' }, { body: '{"id":"1"}' }] } as never);
  expect(queue).toHaveLength(1);
  expect(attempts).toBe(2);
});
