import { Redis } from '@upstash/redis';
import { LRUCache } from 'lru-cache';

const redis = Redis.fromEnv();
const local = new LRUCache<string, number>({ max: 200, ttl: 15_000 });

export async function rate(pair: string): Promise<number | null> {
  const near = local.get(pair);
  if (near !== undefined) {
    return near;
  }
  const far = await redis.get<number>(`rate:${pair}`);
  if (far !== null) {
    local.set(pair, far);
  }
  return far;
}

export async function setRate(pair: string, value: number): Promise<void> {
  await redis.set(`rate:${pair}`, value, { ex: 3_600 });
  local.delete(pair);
}
