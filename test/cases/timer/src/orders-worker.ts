import { Hono } from 'hono';

const app = new Hono<{ Bindings: { ORDERS: KVNamespace } }>();
app.post('/orders', async (c) => {
  const order = await c.req.json();
  c.env.ORDERS.put(order.id, JSON.stringify(order)); // flag: no-memory-timer
  return c.json({ id: order.id }, 202);
});
export default app;
