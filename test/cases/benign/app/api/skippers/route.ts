import { loadSkippers } from '@/lib/skippers';

const answers: Record<string, unknown> = {};
const askedAt: Record<string, number> = {};

export async function GET(request: Request): Promise<Response> {
  const key = new URL(request.url).searchParams.get('quay') ?? 'all';
  const now = Date.now();
  if (answers[key] && now - askedAt[key]! < 60_000) return Response.json(answers[key]);
  const skippers = await loadSkippers(key);
  answers[key] = skippers;
  askedAt[key] = now;
  return Response.json(skippers);
}
