import { Hono } from 'hono';
import { saveTaps, type Tap } from './taps-table';

class Batch<T> {
  private items: T[] = [];

  constructor(private readonly limit: number) {}

  add(item: T): boolean {
    this.items.push(item);
    return this.items.length >= this.limit;
  }

  *drain(): Generator<T> {
    while (this.items.length > 0) yield this.items.shift()!;
  }
}

const app = new Hono();

app.post('/taps', async (c) => {
  const batch = new Batch<Tap>(100);
  for (const tap of await c.req.json<Tap[]>()) {
    if (batch.add(tap)) await saveTaps([...batch.drain()]);
  }
  await saveTaps([...batch.drain()]);
  return c.body(null, 202);
});

export default app;
