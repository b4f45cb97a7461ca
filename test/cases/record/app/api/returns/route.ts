const returns = new Map<string, { id: string; status: string }>(); // flag: no-memory-record

export async function POST(request: Request) {
  const { id } = await request.json();
  returns.set(id, { id, status: 'new' });
  return Response.json(returns.get(id), { status: 201 });
}

export async function PATCH(request: Request) {
  const { id, status } = await request.json();
  const found = returns.get(id);
  if (!found) return new Response(null, { status: 404 });
  found.status = status;
  return Response.json(found);
}
