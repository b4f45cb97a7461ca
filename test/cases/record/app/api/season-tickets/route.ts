const tickets = new Map<string, { holder: string; at: number }>(); // flag: no-memory-record

export async function POST(request: Request) {
  const { code, holder } = await request.json();
  if (tickets.has(code)) return Response.json({ error: 'exists' }, { status: 409 });
  tickets.set(code, { holder, at: Date.now() });
  return Response.json({ ok: true });
}

export async function GET(request: Request) {
  const ticket = tickets.get(new URL(request.url).searchParams.get('code')!);
  return ticket ? Response.json(ticket) : new Response(null, { status: 404 });
}
