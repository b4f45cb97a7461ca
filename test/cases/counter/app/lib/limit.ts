import type { NextRequest } from 'next/server';

const visits = new Map<string, { count: number; from: number }>(); // flag: no-memory-counter

export function limit(max = 100, windowMs = 60_000) {
  return (handler: (request: NextRequest) => Promise<Response>) => {
    return async (request: NextRequest) => {
      const visitor = request.headers.get('x-forwarded-for') ?? 'unknown';
      const visit = visits.get(visitor);
      if (!visit || visit.from < Date.now() - windowMs) {
        visits.set(visitor, { count: 1, from: Date.now() });
        return handler(request);
      }
      if (visit.count >= max) return new Response('slow down', { status: 429 });
      visit.count++;
      return handler(request);
    };
  };
}
