import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { handler } from './retry-later';
import * as partner from './partner';

let ticks = 0;
let clock: NodeJS.Timeout;

beforeEach(() => {
  vi.useFakeTimers();
  ticks = 0;
  clock = setInterval(() => (ticks += 1), 1_000);
});

afterEach(() => {
  clearInterval(clock);
  vi.useRealTimers();
});

it('asks the partner again', async () => {
  const post = vi.spyOn(partner, 'post').mockResolvedValueOnce(false).mockResolvedValueOnce(true);
  setTimeout(() => handler({ id: 'o-1' }), 2_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(post).toHaveBeenCalledTimes(2);
  expect(ticks).toBe(60);
});
