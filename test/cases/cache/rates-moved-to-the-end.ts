import { loadRates } from './rates';
const rates = new Map<string, { at: number; rate: number }>();
const order: string[] = [];
export const handler = async (event: { currency: string }) => {
  const hit = rates.get(event.currency);
  if (hit && Date.now() - hit.at < 60_000) return hit.rate;
  const rate = await loadRates(event.currency);
  rates.set(event.currency, { at: Date.now(), rate });
  const at = order.indexOf(event.currency);
  if (at >= 0) order.splice(at, 1);
  order.push(event.currency);
  if (order.length > 100) {
    const oldest = order.shift();
    if (oldest) rates.delete(oldest);
  }
  return rate;
};
