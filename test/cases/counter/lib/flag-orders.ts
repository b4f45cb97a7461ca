import { placeOrder } from './orders';

const orderedAt = new Map<string, number>(); // flag: no-memory-counter
const PAUSE_MS = 60_000;

function mayOrder(user: string): boolean {
  const now = Date.now();
  const last = orderedAt.get(user) || 0;
  if (now - last < PAUSE_MS) return false;
  orderedAt.set(user, now);
  return true;
}

export async function order(user: string, flag: string): Promise<boolean> {
  if (!mayOrder(user)) return false;
  await placeOrder(user, flag);
  return true;
}
