import type { Context, Next } from 'hono';

export function limitPassages(most: number) {
  return async (c: Context, next: Next) => {
    const passages = new Map<string, number>();
    for (const ship of await c.req.json<string[]>()) {
      const count = (passages.get(ship) ?? 0) + 1;
      passages.set(ship, count);
      if (count > most) return c.text('wait for the next tide', 429);
    }
    return next();
  };
}
