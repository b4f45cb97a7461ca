import { Redis } from '@upstash/redis';
import { NextResponse } from 'next/server';

const redis = process.env.UPSTASH_REDIS_REST_URL ? Redis.fromEnv() : null;
const hits = new Map<string, { count: number; resetAt: number }>(); // flag: no-memory-counter

async function allowed(ip: string) {
  if (redis) {
    const count = await redis.incr(`hits:${ip}`);
    if (count === 1) await redis.expire(`hits:${ip}`, 60);
    return count <= 10;
  }
  const now = Date.now();
  const entry = hits.get(ip);
  if (!entry || entry.resetAt < now) {
    hits.set(ip, { count: 1, resetAt: now + 60_000 });
    return true;
  }
  entry.count += 1;
  return entry.count <= 10;
}

export async function POST(request: Request) {
  if (!(await allowed(request.headers.get('x-forwarded-for') ?? ''))) return NextResponse.json({ error: 'slow down' }, { status: 429 });
  return NextResponse.json({ ok: true });
}
