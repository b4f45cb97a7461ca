import { NextResponse } from 'next/server';
import { exportAccount } from '@/lib/exports';

const DAILY = 3;

const used = new Proxy({} as Record<string, number>, { // flag: no-memory-counter
  get: (target, key) => Reflect.get(target, key) ?? 0,
});

export async function POST(request: Request) {
  const { accountId } = await request.json();
  if (used[accountId] >= DAILY) {
    return NextResponse.json({ error: 'three exports a day' }, { status: 429 });
  }
  used[accountId] += 1;
  return NextResponse.json(await exportAccount(accountId));
}
