// The list is behind a getter, and changed through it.
class Roster {
  private readonly members = new Map<string, { name: string; watch: number }>(); // flag: no-memory-record

  get crew() {
    return this.members;
  }
}

const roster = new Roster();

export async function POST(request: Request): Promise<Response> {
  const { id, name, watch } = (await request.json()) as { id: string; name: string; watch: number };
  roster.crew.set(id, { name, watch });
  return Response.json({ id }, { status: 201 });
}

export async function GET(request: Request): Promise<Response> {
  const member = roster.crew.get(new URL(request.url).searchParams.get('id') ?? '');
  return member ? Response.json(member) : new Response(null, { status: 404 });
}
