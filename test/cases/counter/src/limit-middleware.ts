import { Hono, type MiddlewareHandler } from 'hono';
import { suggest } from './suggestions';

function limit({ max, windowMs }: { max: number; windowMs: number }): MiddlewareHandler {
  const windows = new Map<string, number[]>(); // flag: no-memory-counter
  return async (c, next) => {
    const caller = c.req.header('cf-connecting-ip') ?? 'unknown';
    const recent = windows.get(caller)?.filter((at) => Date.now() - at < windowMs) ?? [];
    if (recent.length >= max) return c.text('slow down', 429);
    windows.set(caller, [...recent, Date.now()]);
    await next();
  };
}

const app = new Hono();

app.use('/suggestions/*', limit({ max: 30, windowMs: 60_000 }));
app.get('/suggestions/:prefix', async (c) => c.json(await suggest(c.req.param('prefix'))));

export default app;
