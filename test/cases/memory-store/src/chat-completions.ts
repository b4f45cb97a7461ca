import { Hono } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import { complete } from './llm';

const app = new Hono();

app.use(rateLimiter({ windowMs: 60_000, limit: 15, keyGenerator: (c) => c.req.header('cf-connecting-ip') ?? '' })); // flag: no-memory-store

app.post('/completions', async (c) => {
  const { prompt } = await c.req.json<{ prompt: string }>();
  if (prompt.length > 4_000) {
    return c.json({ error: 'too long' }, 413);
  }
  return c.json({ text: await complete(prompt) });
});

export default app;
