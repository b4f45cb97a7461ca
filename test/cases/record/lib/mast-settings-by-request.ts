import { signal } from './mast';

let settings = { lamps: 2, colour: 'white' }; // flag: no-memory-record

export async function PATCH(request: Request): Promise<Response> {
  const body = (await request.json()) as Partial<{ lamps: number; colour: string }>;
  settings = { ...settings, ...body };
  return Response.json(settings);
}

export async function POST(request: Request): Promise<Response> {
  await signal(await request.text(), settings.lamps, settings.colour);
  return new Response(null, { status: 202 });
}
