import { Hono } from 'hono';

const app = new Hono<{ Bindings: { ORDERS: KVNamespace } }>();
app.post('/orders', async (c) => {
  const order = await c.req.json();
  c.executionCtx.waitUntil(c.env.ORDERS.put(order.id, JSON.stringify(order)));
  return c.json({ id: order.id }, 202);
});
export default app;
