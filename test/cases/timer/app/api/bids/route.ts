import { NextResponse } from 'next/server';
import { placeBid } from '@/lib/auctions';
import { notifyOutbid } from '@/lib/notifications';

export async function POST(request: Request) {
  const { lot, amount, bidder } = await request.json();
  const { accepted, outbid } = await placeBid(lot, amount, bidder);
  if (!accepted) {
    return NextResponse.json({ error: 'the bid is too low' }, { status: 409 });
  }
  queueMicrotask(() => notifyOutbid(outbid, lot, amount)); // flag: no-memory-timer
  return NextResponse.json({ lot, amount }, { status: 201 });
}
