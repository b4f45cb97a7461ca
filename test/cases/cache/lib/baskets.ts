import { loadBasket, storeBasket, type Basket } from './baskets-db';

const handled = new Map<string, Basket>(); // flag: no-memory-cache

export async function basketOf(customer: string): Promise<Basket> {
  const kept = handled.get(customer);
  if (kept) return kept;
  const basket = await loadBasket(customer);
  handled.set(customer, basket);
  return basket;
}

export async function put(customer: string, sku: string): Promise<void> {
  const basket = await basketOf(customer);
  handled.set(customer, { ...basket, skus: [...basket.skus, sku] });
}

export async function checkOut(customer: string): Promise<void> {
  await storeBasket(customer, await basketOf(customer));
}
