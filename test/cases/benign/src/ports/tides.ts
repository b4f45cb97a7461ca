import { askHarbour, type Tide } from './harbour';

// The asking itself, not how far it is: removed as soon as it is answered.
const askingInProgress = new Map<string, Promise<Tide>>();

export async function GET(request: Request): Promise<Response> {
  const port = new URL(request.url).searchParams.get('port') ?? 'calais';
  let asking = askingInProgress.get(port);
  if (!asking) {
    asking = askHarbour(port).finally(() => askingInProgress.delete(port));
    askingInProgress.set(port, asking);
  }
  return Response.json(await asking);
}
