import { checkPin } from './pins';

const pins = new Map<string, number>(); // flag: no-memory-counter

export async function POST(request: Request) {
  const { device, pin } = await request.json();
  if ((pins.get(device) ?? 0) >= 5) return new Response('locked', { status: 423 });
  if (await checkPin(device, pin)) return new Response('ok');
  pins.set(device, (pins.get(device) ?? 0) + 1);
  return new Response('no', { status: 401 });
}
