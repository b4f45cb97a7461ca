import { NextResponse } from 'next/server';
import { loadAddress, saveAddress, type Address } from '@/lib/addresses';

const MAX_AGE = 20_000;
const addressCache = new Map<string, [address: Address, expires: number]>();

type Context = { params: Promise<{ user: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { user } = await params;
  const [cached, expires] = addressCache.get(user) ?? [undefined, 0];
  if (cached && Date.now() < expires) return NextResponse.json(cached);
  const address = await loadAddress(user);
  addressCache.set(user, [address, Date.now() + MAX_AGE]);
  return NextResponse.json(address);
}

export async function PATCH(request: Request, { params }: Context) {
  const { user } = await params;
  await saveAddress(user, await request.json());
  addressCache.delete(user);
  return new NextResponse(null, { status: 204 });
}
