import { Hono } from 'hono';
import { bookPayment } from './ledger';

const deliveries = new Map<string, number>(); // flag: no-memory-dedup
const ONE_HOUR = 3_600_000;

function firstDelivery(id: string, at = Date.now(), store = deliveries): boolean {
  const earlier = store.get(id);
  if (earlier !== undefined && at - earlier < ONE_HOUR) return false;
  store.set(id, at);
  return true;
}

const app = new Hono();

app.post('/hooks/adyen', async (c) => {
  const { notificationItems } = await c.req.json<{ notificationItems: { pspReference: string; amount: number }[] }>();
  for (const item of notificationItems) {
    if (firstDelivery(item.pspReference)) {
      await bookPayment(item.pspReference, item.amount);
    }
  }
  return c.text('[accepted]');
});

export { app as default };
