import { redis } from '@/lib/redis';
import { loadOverview } from '@/lib/overview';

export async function GET(request: Request): Promise<Response> {
  const key = `overview:${new URL(request.url).searchParams.get('quay')}`;
  const known = await redis.get(key);
  if (known) return Response.json(JSON.parse(known));
  const overview = await loadOverview(key);
  void redis.set(key, JSON.stringify(overview), 60);
  return Response.json(overview);
}
