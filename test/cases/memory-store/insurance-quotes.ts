import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { createCache } from 'cache-manager';
import { calculate } from './tariffs';

const quotes = createCache({ ttl: 30 * 60_000 }); // flag: no-memory-store

async function createQuote(request: HttpRequest): Promise<HttpResponseInit> {
  const wishes = (await request.json()) as { car: string; age: number };
  const number = crypto.randomUUID();
  await quotes.set(number, { ...wishes, premium: calculate(wishes) });
  return { status: 201, jsonBody: { number } };
}

async function readQuote(request: HttpRequest): Promise<HttpResponseInit> {
  const quote = await quotes.get(request.params.number);
  return quote ? { jsonBody: quote } : { status: 404 };
}

app.http('createQuote', { route: 'quotes', methods: ['POST'], handler: createQuote });
app.http('readQuote', { route: 'quotes/{number}', methods: ['GET'], handler: readQuote });
