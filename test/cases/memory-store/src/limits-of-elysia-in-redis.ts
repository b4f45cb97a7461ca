import { Elysia } from 'elysia';
import { rateLimit } from 'elysia-rate-limit';
import { RedisContext } from './redis-context';

export default new Elysia()
  .use(rateLimit({ max: 5, context: new RedisContext() }))
  .get('/tides', () => 'high water at noon');
