import { sendSkipperMail } from '@/lib/mail';

const mailedAt: Record<string, number> = {}; // flag: no-memory-dedup

export async function POST(request: Request): Promise<Response> {
  const { messageId, text } = await request.json();
  const now = Date.now();
  if (mailedAt[messageId] && now - mailedAt[messageId]! < 60_000) return new Response(null, { status: 200 });
  await sendSkipperMail(text);
  mailedAt[messageId] = now;
  return new Response(null, { status: 202 });
}
