const TTL_MS = 30_000;
const shown = new Map<string, { cents: number; expiresAt: number }>();

/** For showing: at most half a minute old. */
export async function priceToShow(sku: string, db: D1Database): Promise<number> {
  const known = shown.get(sku);
  if (known && known.expiresAt > Date.now()) return known.cents;
  const cents = await db.prepare('SELECT cents FROM prices WHERE sku = ?').bind(sku).first<number>('cents');
  shown.set(sku, { cents: cents ?? 0, expiresAt: Date.now() + TTL_MS });
  return cents ?? 0;
}

export async function changePrice(sku: string, cents: number, db: D1Database): Promise<void> {
  await db.prepare('UPDATE prices SET cents = ? WHERE sku = ?').bind(cents, sku).run();
  shown.delete(sku);
}
