let mode: 'open' | 'closed' = 'open'; // flag: no-module-state

export async function PUT(request: Request): Promise<Response> {
  const wanted = await request.json();
  if (wanted === 'closed') {
    if (mode === 'closed') return new Response(null, { status: 304 });
    mode = 'closed';
  } else {
    mode = 'open';
  }
  return new Response(null, { status: 204 });
}

export function GET(): Response {
  return Response.json({ mode });
}
