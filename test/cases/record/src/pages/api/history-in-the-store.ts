import type { APIRoute } from 'astro';
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export const GET: APIRoute = async ({ locals }) => {
  const read = await redis.lrange(`history:${locals.reader}`, 0, 99);
  return new Response(JSON.stringify(read), { headers: { 'content-type': 'application/json' } });
};

export const POST: APIRoute = async ({ locals, request }) => {
  const { page } = await request.json();
  await redis.lpush(`history:${locals.reader}`, JSON.stringify({ page, at: Date.now() }));
  return new Response(null, { status: 204 });
};
