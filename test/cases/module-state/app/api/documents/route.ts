import { bucket } from '../../../lib/bucket';
import { disk } from '../../../lib/disk';

// The same mode beside the handlers that fall into it.
let backend: 'bucket' | 'disk' = 'bucket'; // flag: no-module-state

export async function POST(request: Request): Promise<Response> {
  const { name, body } = (await request.json()) as { name: string; body: string };
  if (backend === 'bucket') {
    try {
      await bucket.put(name, body);
      return new Response(null, { status: 201 });
    } catch {
      backend = 'disk';
    }
  }
  await disk.put(name, body);
  return new Response(null, { status: 201 });
}

export async function GET(request: Request): Promise<Response> {
  const name = new URL(request.url).searchParams.get('name') ?? '';
  return new Response(await (backend === 'bucket' ? bucket.get(name) : disk.get(name)));
}
