import { Hono } from 'hono';
import { chargeBerth } from './harbour';

const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.post('/berths/:berth/charge', async (c) => {
  const key = c.req.header('idempotency-key') ?? '';
  const claimed = await c.env.DB.prepare('INSERT INTO charge_keys (key) VALUES (?) ON CONFLICT DO NOTHING').bind(key).run();
  if (claimed.meta.changes === 1) await chargeBerth(c.req.param('berth'));
  return c.json({ accepted: true }, 202);
});

export default app;
