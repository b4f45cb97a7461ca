import type { APIRoute } from 'astro';

const history = new Map<string, { page: string; at: number }[]>(); // flag: no-memory-record

export const GET: APIRoute = async ({ locals }) => {
  const read = history.get(locals.reader) ?? [];
  return new Response(JSON.stringify(read), { headers: { 'content-type': 'application/json' } });
};

export const POST: APIRoute = async ({ locals, request }) => {
  const { page } = await request.json();
  history.set(locals.reader, [...(history.get(locals.reader) ?? []), { page, at: Date.now() }]);
  return new Response(null, { status: 204 });
};
