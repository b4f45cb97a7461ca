import { NextResponse } from 'next/server';
import { packBoxes, unloadTruck } from '@/lib/moves';

let moves: Record<string, 'packing' | 'driving' | 'arrived'> = {}; // flag: no-memory-progress

export async function POST(request: Request) {
  const { id } = await request.json();
  moves = { ...moves, [id]: 'packing' };
  await packBoxes(id);
  moves = { ...moves, [id]: 'driving' };
  await unloadTruck(id);
  moves = { ...moves, [id]: 'arrived' };
  return NextResponse.json({ id });
}

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('id') ?? '';
  return NextResponse.json({ id, status: moves[id] ?? 'unknown' });
}

export async function DELETE() {
  moves = Object.fromEntries(Object.entries(moves).filter(([, status]) => status !== 'arrived'));
  return new NextResponse(null, { status: 204 });
}
