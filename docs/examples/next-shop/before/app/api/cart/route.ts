import { cookies } from 'next/headers';

interface Item {
  sku: string;
  quantity: number;
}

const carts = new Map<string, Item[]>();

export async function GET() {
  const cartId = (await cookies()).get('cart')?.value ?? '';
  return Response.json(carts.get(cartId) ?? []);
}

export async function POST(request: Request) {
  const cartId = (await cookies()).get('cart')?.value ?? '';
  const item = (await request.json()) as Item;
  carts.set(cartId, [...(carts.get(cartId) ?? []), item]);
  return Response.json(carts.get(cartId), { status: 201 });
}
