const rolesByFleet = new Map<string, Map<string, string[]>>(); // flag: no-memory-record

export async function PUT(request: Request): Promise<Response> {
  const { fleet, ship, roles } = (await request.json()) as { fleet: string; ship: string; roles: string[] };
  let known = rolesByFleet.get(fleet);
  if (!known) {
    known = new Map();
    rolesByFleet.set(fleet, known);
  }
  known.set(ship, roles);
  return new Response(null, { status: 204 });
}

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const roles = rolesByFleet.get(searchParams.get('fleet')!)?.get(searchParams.get('ship')!);
  return roles ? Response.json(roles) : new Response(null, { status: 404 });
}
