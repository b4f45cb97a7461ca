import { cookies } from 'next/headers';
import { pool } from '../../../lib/database';

export async function GET() {
  const cartId = (await cookies()).get('cart')?.value ?? null;
  const { rows } = await pool.query('SELECT sku, quantity FROM cart_items WHERE cart_id = $1 ORDER BY sku', [cartId]);
  return Response.json(rows);
}

export async function PUT(request: Request) {
  const cartId = (await cookies()).get('cart')?.value;
  if (!cartId) return new Response('no cart', { status: 400 });
  const { sku, quantity } = (await request.json()) as { sku: string; quantity: number };
  await pool.query(
    `INSERT INTO cart_items (cart_id, sku, quantity) VALUES ($1, $2, $3)
     ON CONFLICT (cart_id, sku) DO UPDATE SET quantity = $3`,
    [cartId, sku, quantity],
  );
  return new Response(null, { status: 204 });
}
