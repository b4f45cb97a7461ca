import { Hono } from 'hono';
import { saveClicks, type Click } from './clicks-table';

class Batch<T> {
  private items: T[] = []; // flag: no-memory-queue

  constructor(private readonly limit: number) {}

  add(item: T): boolean {
    this.items.push(item);
    return this.items.length >= this.limit;
  }

  *drain(): Generator<T> {
    while (this.items.length > 0) yield this.items.shift()!;
  }
}

const clicks = new Batch<Click>(100);
const app = new Hono();

app.post('/clicks', async (c) => {
  const full = clicks.add(await c.req.json<Click>());
  if (full) await saveClicks([...clicks.drain()]);
  return c.body(null, 202);
});

export default app;
