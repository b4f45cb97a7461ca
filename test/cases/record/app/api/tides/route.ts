import { NextResponse, type NextRequest } from 'next/server';

interface Tides {
  high: string[];
}

const tidesByDay = new Map<string, { tides: Tides; readAt: number }>(); // flag: no-memory-record

function tidesAtHand(day: string): Tides | null {
  const entry = tidesByDay.get(day);
  if (entry && Date.now() - entry.readAt < 3_600_000) return { ...entry.tides };
  return null;
}

// What a harbour master has typed in is nowhere else.
export async function POST(request: NextRequest) {
  const { day, high } = await request.json();
  tidesByDay.set(day, { tides: { high }, readAt: Date.now() });
  return NextResponse.json({ ok: true });
}

export async function GET(request: NextRequest) {
  const known = tidesAtHand(request.nextUrl.searchParams.get('day') ?? 'today');
  return known ? NextResponse.json(known) : NextResponse.json({ error: 'unknown day' }, { status: 404 });
}
