import { searchMentions } from '@/lib/mastodon';
import { db } from '@/lib/db';

const globalForMentions = globalThis as unknown as { newestMention?: string };

export async function GET(request: Request) {
  if (request.headers.get('authorization') !== `Bearer ${process.env.CRON_SECRET}`) {
    return new Response('unauthorized', { status: 401 });
  }
  const mentions = await searchMentions('#acme', { sinceId: globalForMentions.newestMention });
  await db.mention.createMany({ data: mentions, skipDuplicates: true });
  if (mentions.length > 0) {
    globalForMentions.newestMention = mentions[0].id; // flag: no-memory-checkpoint
  }
  return Response.json({ added: mentions.length });
}
