import { Redis } from '@upstash/redis';
import { pool } from '../../../lib/database';

const redis = Redis.fromEnv();
const MAX_ATTEMPTS = 5;
const WINDOW_SECONDS = 15 * 60;

async function countAttempt(ip: string): Promise<number> {
  const key = `coupon-attempts:${ip}`;
  const [count] = await redis.multi().incr(key).expire(key, WINDOW_SECONDS, 'NX').exec<[number, number]>();
  return count;
}

export async function POST(request: Request) {
  const ip = request.headers.get('x-forwarded-for') ?? 'unknown';
  if ((await countAttempt(ip)) > MAX_ATTEMPTS) return new Response('too many attempts', { status: 429 });
  const { code } = (await request.json()) as { code: string };
  const { rows } = await pool.query('SELECT percent FROM coupons WHERE code = $1 AND valid_until > now()', [code]);
  return rows.length > 0 ? Response.json(rows[0]) : new Response('unknown coupon', { status: 404 });
}
