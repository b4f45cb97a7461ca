class Roster {
  private readonly members = new Map<string, { name: string; watch: number }>([['c1', { name: 'Ada', watch: 1 }]]);

  get crew() {
    return this.members;
  }
}

const roster = new Roster();

export async function GET(request: Request): Promise<Response> {
  const member = roster.crew.get(new URL(request.url).searchParams.get('id') ?? '');
  return member ? Response.json(member) : new Response(null, { status: 404 });
}
