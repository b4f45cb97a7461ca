import { chargeOnce, doubleCharge } from '../cli/command-line.js';

/** A shop with a bit of everything: three platforms, findings, an accepted one, stores, and state behind other files. */
export const shop: Readonly<Record<string, string>> = {
  'app/api/cart/route.ts': `import { addItem } from '@/lib/carts';
import { db } from '@/lib/db';

export async function GET() {
  return Response.json(await db.item.findMany());
}

export async function POST(request: Request) {
  const { cart, sku } = await request.json();
  return Response.json(addItem(cart, sku));
}
`,
  'lib/carts.ts': `const carts = new Map<string, string[]>();

export function addItem(cart: string, sku: string): string[] {
  const items = carts.get(cart) ?? [];
  items.push(sku);
  carts.set(cart, items);
  return items;
}
`,
  'lib/db.ts': `import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient();
`,
  'src/webhook.ts': doubleCharge,
  'src/refund.ts': chargeOnce,
  'src/visits.ts': `import { createClient } from 'redis';

const redis = createClient({ url: process.env.REDIS_URL });
// eslint-disable-next-line stateless/no-memory-counter -- an estimate for the dashboard, nobody decides by it
let visits = 0;

export const handler = async (event: { path: string }) => {
  visits += 1;
  await redis.incr(\`visits:\${event.path}\`);
  return { statusCode: 200, body: String(visits) };
};
`,
};
