import { Server } from './server';

interface Sighting {
  readonly boat: string;
  readonly at: number;
}

class RegattaServer extends Server {
  sightings = new Map<string, Sighting>(); // flag: no-memory-record

  remember(sighting: Sighting): void {
    this.sightings.set(sighting.boat, sighting);
  }

  find(boat: string): Sighting | undefined {
    return this.sightings.get(boat);
  }
}

const regatta = new RegattaServer();

export async function POST(request: Request): Promise<Response> {
  regatta.remember(await request.json());
  return new Response(null, { status: 201 });
}

export async function GET(request: Request): Promise<Response> {
  const sighting = regatta.find(new URL(request.url).searchParams.get('boat')!);
  return sighting ? Response.json(sighting) : new Response(null, { status: 404 });
}
