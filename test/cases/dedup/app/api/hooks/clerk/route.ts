import { Webhook } from 'svix';
import { createMember } from '@/lib/members';

const KEEP = 200;
const received: [id: string, at: number][] = []; // flag: no-memory-dedup

export async function POST(req: Request) {
  const id = req.headers.get('svix-id') ?? '';
  const event = new Webhook(process.env.CLERK_SECRET!).verify(await req.text(), {
    'svix-id': id,
    'svix-timestamp': req.headers.get('svix-timestamp') ?? '',
    'svix-signature': req.headers.get('svix-signature') ?? '',
  }) as { type: string; data: { id: string } };

  if (received.some(([known]) => known === id)) {
    return new Response(null, { status: 200 });
  }
  received.push([id, Date.now()]);
  if (received.length > KEEP) received.shift();

  switch (event.type) {
    case 'user.created':
      await createMember(event.data.id);
      break;
    default:
      break;
  }
  return new Response(null, { status: 200 });
}
