import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { askSupplier } from './suppliers';

class Slow extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Slow(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function supplierStock(request: HttpRequest): Promise<HttpResponseInit> {
  try {
    return { jsonBody: await within(2_000, askSupplier(request.params.sku)) };
  } catch (error) {
    return error instanceof Slow ? { status: 504 } : { status: 502 };
  }
}

app.http('supplierStock', { route: 'stock/{sku}', methods: ['GET'], handler: supplierStock });
