const TTL_MS = 30_000;
const texts = new Map<string, { text: string; expiresAt: number }>();

export async function describeProduct(sku: string, env: { DB: D1Database }): Promise<string> {
  const known = texts.get(sku);
  if (known && known.expiresAt > Date.now()) return known.text;
  const text = await env.DB.prepare('SELECT text FROM products WHERE sku = ?').bind(sku).first<string>('text');
  texts.set(sku, { text: text ?? '', expiresAt: Date.now() + TTL_MS });
  return text ?? '';
}
