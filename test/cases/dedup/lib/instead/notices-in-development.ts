// The same, but production throws before it comes to the Map.
import { redis } from './redis';

const noticed = new Map<string, number>();

export async function shouldNotice(series: string, chapter: number): Promise<boolean> {
  const key = `noticed:${series}:${chapter}`;
  if (!redis.isOpen) {
    if (process.env.NODE_ENV === 'production') throw new Error('Redis cannot be reached');
    const now = Date.now();
    const until = noticed.get(key);
    if (until && until > now) return false;
    noticed.set(key, now + 60_000);
    return true;
  }
  return (await redis.set(key, '1', 'EX', 60, 'NX')) === 'OK';
}
