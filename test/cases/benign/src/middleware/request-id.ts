import { AsyncLocalStorage } from 'node:async_hooks';
import { createMiddleware } from 'hono/factory';

interface Store {
  requestId: string;
  warnings: string[];
}

const storage = new AsyncLocalStorage<Store>();

export const requestId = createMiddleware(async (c, next) => {
  const store: Store = { requestId: c.req.header('x-request-id') ?? crypto.randomUUID(), warnings: [] };
  await storage.run(store, next);
  c.header('x-request-id', store.requestId);
  if (store.warnings.length > 0) c.header('warning', store.warnings.join(', '));
});

export function warn(text: string): void {
  storage.getStore()?.warnings.push(text);
}
