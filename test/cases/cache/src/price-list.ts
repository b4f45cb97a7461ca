import { Hono } from 'hono';
import { fetchPrice } from './erp';

const prices = new Map<string, number>(); // flag: no-memory-cache
const app = new Hono();

app.get('/prices/:sku', async (c) => {
  const sku = c.req.param('sku');
  let price = prices.get(sku);
  if (price === undefined) {
    price = await fetchPrice(sku);
    prices.set(sku, price);
  }
  return c.json({ sku, price });
});

app.post('/hooks/price-changed', async (c) => {
  const { sku, price } = await c.req.json<{ sku: string; price: number }>();
  prices.set(sku, price);
  return c.body(null, 204);
});

export default app;
