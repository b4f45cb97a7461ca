import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { redis } from './redis';

const limiter = redis ? new RateLimiterRedis({ storeClient: redis, points: 5, duration: 60 }) : new RateLimiterMemory({ points: 5, duration: 60 }); // flag: no-memory-store

export async function POST(request: Request) {
  await limiter.consume(request.headers.get('x-forwarded-for') ?? '');
  return new Response('ok');
}
