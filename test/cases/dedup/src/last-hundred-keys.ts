import { Hono } from 'hono';
import { chargeBerth } from './harbour';

let recentKeys: string[] = []; // flag: no-memory-dedup

const app = new Hono();

app.post('/berths/:berth/charge', async (c) => {
  const key = c.req.header('idempotency-key') ?? '';
  const isRepeated = recentKeys.some((known) => known === key);
  if (!isRepeated) {
    await chargeBerth(c.req.param('berth'));
    recentKeys = [...recentKeys.slice(-99), key];
  }
  return c.json({ accepted: true }, 202);
});

export default app;
