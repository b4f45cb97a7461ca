const documents = new Map<string, { at: number; document: object }>();

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('id')!;
  const hit = documents.get(id);
  if (hit && Date.now() - hit.at < 60_000) return Response.json(hit.document);
  const document = await (await fetch(`https://documents.example/${id}`)).json();
  documents.set(id, { at: Date.now(), document });
  return Response.json(document);
}

export async function PUT(request: Request) {
  const id = new URL(request.url).searchParams.get('id')!;
  const document = await request.json();
  await fetch(`https://documents.example/${id}`, { method: 'PUT', body: JSON.stringify(document) });
  documents.set(id, { at: Date.now(), document });
  return new Response(null, { status: 204 });
}
