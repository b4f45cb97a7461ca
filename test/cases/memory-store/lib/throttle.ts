import { LRUCache } from 'lru-cache';

const LIMIT = 30;
const used = new LRUCache<string, number>({ max: 500, ttl: 60_000 }); // flag: no-memory-store

export function throttle(token: string): Response | undefined {
  const count = (used.get(token) ?? 0) + 1;
  used.set(token, count);
  if (count <= LIMIT) {
    return undefined;
  }
  return new Response('too many requests', {
    status: 429,
    headers: { 'x-ratelimit-limit': String(LIMIT), 'x-ratelimit-remaining': '0' },
  });
}
