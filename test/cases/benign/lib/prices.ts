import { LRUCache } from 'lru-cache';
import { priceOf } from './price-table';

const prices = new LRUCache<string, { cents: number }>({
  max: 1_000,
  ttl: 15_000,
  fetchMethod: async (sku) => ({ cents: await priceOf(sku) }),
});

export async function total(skus: string[]): Promise<number> {
  const found = await Promise.all(skus.map((sku) => prices.fetch(sku)));
  return found.reduce((sum, price) => sum + (price?.cents ?? 0), 0);
}
