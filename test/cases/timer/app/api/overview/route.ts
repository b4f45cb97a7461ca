import { redis } from '@/lib/redis';

export async function POST(request: Request): Promise<Response> {
  const { quay, overview } = await request.json();
  const key = `overview:${quay}`;
  void redis.set(key, JSON.stringify(overview), 60); // flag: no-memory-timer
  return Response.json({ saved: key });
}
