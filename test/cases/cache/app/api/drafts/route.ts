const drafts = new Map<string, { at: number; draft: object }>(); // flag: no-memory-cache

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('id')!;
  const hit = drafts.get(id);
  if (hit && Date.now() - hit.at < 60_000) return Response.json(hit.draft);
  const draft = await (await fetch(`https://documents.example/${id}`)).json();
  drafts.set(id, { at: Date.now(), draft });
  return Response.json(draft);
}

export async function PUT(request: Request) {
  const id = new URL(request.url).searchParams.get('id')!;
  drafts.set(id, { at: Date.now(), draft: await request.json() });
  return new Response(null, { status: 204 });
}
