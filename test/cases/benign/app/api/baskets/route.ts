import { Redis } from '@upstash/redis';

const redis = new Redis({ url: process.env.KV_URL!, token: process.env.KV_TOKEN! });

export async function POST(request: Request): Promise<Response> {
  const { basketId, item } = await request.json();
  const basket = (await redis.get<{ items: unknown[]; note?: string }>(basketId)) || { items: [] };
  basket.items.push(item);
  basket.note = item.note;
  await redis.set(basketId, basket, { ex: 3600 });
  return Response.json(basket);
}
