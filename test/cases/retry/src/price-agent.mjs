import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { askSupplier } from './suppliers.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let delay = 0; // flag: no-memory-retry

const app = new Hono();

app.get('/prices/:sku', async (c) => {
  await sleep(delay);
  const answer = await askSupplier(c.req.param('sku'));
  if (answer.status === 429) {
    delay = Math.min(delay === 0 ? 250 : delay * 2, 8000);
    return c.json({ error: 'supplier is busy' }, 503);
  }
  delay = 0;
  return c.json(answer.price);
});

const handler = handle(app);
export { handler as main };
