import { NextResponse } from 'next/server';
import { loadAddress, type Address } from '@/lib/addresses';

const addressCache = new Map<string, Address>(); // flag: no-memory-cache

type Context = { params: Promise<{ user: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { user } = await params;
  let address = addressCache.get(user);
  if (!address) {
    address = await loadAddress(user);
    addressCache.set(user, address);
  }
  return NextResponse.json(address);
}

export async function PATCH(request: Request, { params }: Context) {
  const { user } = await params;
  const address = addressCache.get(user) ?? (await loadAddress(user));
  addressCache.set(user, { ...address, ...(await request.json()) });
  return NextResponse.json(addressCache.get(user));
}
