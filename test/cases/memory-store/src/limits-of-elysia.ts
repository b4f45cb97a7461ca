import { Elysia } from 'elysia';
import { DefaultContext, rateLimit } from 'elysia-rate-limit';

export default new Elysia()
  .use(rateLimit({ max: 5, context: new DefaultContext(10_000) })) // flag: no-memory-store
  .get('/tides', () => 'high water at noon');
