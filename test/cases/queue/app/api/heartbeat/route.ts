import { NextResponse } from 'next/server';
import { insertHeartbeats, type Heartbeat } from '@/lib/devices';

let waiting: Heartbeat[] = []; // flag: no-memory-queue

export async function POST(request: Request) {
  waiting = waiting.concat(await request.json());
  return NextResponse.json({ waiting: waiting.length }, { status: 202 });
}

export async function PUT() {
  const batch = waiting;
  waiting = [];
  await Promise.all(batch.map((heartbeat) => insertHeartbeats([heartbeat])));
  return NextResponse.json({ written: batch.length });
}
