import type { Context, Next } from 'hono';

/** Makes a middleware: called once, while the module that uses it loads. */
export function limitPassages(most: number) {
  const passages = new Map<string, number>(); // flag: no-memory-counter
  return async (c: Context, next: Next) => {
    const ship = c.req.header('x-ship') ?? 'unknown';
    const count = (passages.get(ship) ?? 0) + 1;
    passages.set(ship, count);
    if (count > most) return c.text('wait for the next tide', 429);
    return next();
  };
}
