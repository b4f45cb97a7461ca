import type { NextFunction, Request, Response } from 'express';

class GateLimiter {
  private readonly passes = new Map<string, { count: number; until: number }>(); // flag: no-memory-counter

  constructor(private readonly max: number) {}

  // The function that a method returns is the one that runs for each request.
  middleware() {
    return (request: Request, response: Response, next: NextFunction) => {
      const now = Date.now();
      const pass = this.passes.get(request.ip ?? '');
      if (!pass || pass.until < now) {
        this.passes.set(request.ip ?? '', { count: 1, until: now + 60_000 });
        return next();
      }
      if (pass.count >= this.max) return response.status(429).end();
      pass.count += 1;
      return next();
    };
  }
}

export const gateLimiter = new GateLimiter(30);
