// Where Redis cannot be reached the Map decides alone: nobody who goes that way comes to the claim behind it.
import { redis } from './redis';

const noticed = new Map<string, number>(); // flag: no-memory-dedup

export async function shouldNotice(series: string, chapter: number): Promise<boolean> {
  const key = `noticed:${series}:${chapter}`;
  if (!redis.isOpen) {
    const now = Date.now();
    const until = noticed.get(key);
    if (until && until > now) return false;
    noticed.set(key, now + 60_000);
    return true;
  }
  return (await redis.set(key, '1', 'EX', 60, 'NX')) === 'OK';
}
