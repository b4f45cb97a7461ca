import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { pushTo } from '../push';

const bucket = { tokens: 20, refilledAt: Date.now() }; // flag: no-memory-counter

function take(): boolean {
  const now = Date.now();
  bucket.tokens = Math.min(20, bucket.tokens + ((now - bucket.refilledAt) / 1_000) * 2);
  bucket.refilledAt = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

export async function sendPush(request: HttpRequest): Promise<HttpResponseInit> {
  if (!take()) return { status: 429 };
  const { device, text } = (await request.json()) as { device: string; text: string };
  await pushTo(device, text);
  return { status: 204 };
}

app.http('sendPush', { methods: ['POST'], handler: sendPush });
