import { Hono } from 'hono';

type Bindings = { SEARCH_URL: string; SEARCH_KEY: string };

const app = new Hono<{ Bindings: Bindings }>();
let retryAfter = 0; // flag: no-memory-retry

app.get('/search', async (c) => {
  if (Date.now() < retryAfter) {
    return c.json({ hits: [], degraded: true });
  }
  const response = await fetch(`${c.env.SEARCH_URL}?q=${encodeURIComponent(c.req.query('q') ?? '')}`, {
    headers: { authorization: `Bearer ${c.env.SEARCH_KEY}` },
  });
  if (response.status === 429) {
    retryAfter = Date.now() + Number(response.headers.get('retry-after') ?? 1) * 1_000;
    return c.json({ hits: [], degraded: true });
  }
  return c.json(await response.json());
});

export default app;
