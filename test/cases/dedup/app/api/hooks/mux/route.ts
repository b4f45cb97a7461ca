import { Redis } from '@upstash/redis';
import { publishVideo } from '@/lib/videos';

const redis = Redis.fromEnv();
const recent = new Set<string>();

async function claim(id: string): Promise<boolean> {
  if (recent.has(id)) return false;
  const claimed = await redis.set(`mux:${id}`, Date.now(), { nx: true, ex: 86_400 });
  if (recent.size >= 1_000) recent.clear();
  recent.add(id);
  return claimed === 'OK';
}

export async function POST(req: Request) {
  const { id, type, data } = await req.json();
  if (type === 'video.asset.ready' && (await claim(id))) {
    await publishVideo(data.passthrough, data.playback_ids[0].id);
  }
  return new Response(null, { status: 204 });
}
