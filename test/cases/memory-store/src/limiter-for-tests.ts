import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { redis } from './redis';

function makeLimiter() {
  if (process.env.NODE_ENV === 'test') return new RateLimiterMemory({ points: 5, duration: 60 });
  return new RateLimiterRedis({ storeClient: redis, points: 5, duration: 60 });
}
const limiter = makeLimiter();

export async function POST(request: Request) {
  await limiter.consume(request.headers.get('x-forwarded-for') ?? '');
  return new Response('ok');
}
