import { db } from '@/lib/db';

const SWEEP_EVERY_MS = 10 * 60 * 1000;
let lastSweep = 0;

async function sweep(): Promise<void> {
  const now = Date.now();
  if (now - lastSweep < SWEEP_EVERY_MS) return;
  lastSweep = now;
  await db.cart.deleteMany({ where: { updatedAt: { lt: new Date(now - 86_400_000) } } });
}

export async function PUT(req: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { items } = await req.json();
  await sweep();
  const cart = await db.cart.upsert({ where: { id }, create: { id, items }, update: { items } });
  return Response.json(cart);
}
