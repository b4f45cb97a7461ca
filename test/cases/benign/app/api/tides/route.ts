import { NextResponse, type NextRequest } from 'next/server';

interface Tides {
  high: string[];
  isCached?: boolean;
}

const tidesByDay = new Map<string, { tides: Tides; readAt: number }>();

function tidesAtHand(day: string): Tides | null {
  const entry = tidesByDay.get(day);
  if (entry && Date.now() - entry.readAt < 3_600_000) return { ...entry.tides, isCached: true };
  return null;
}

function keepTides(day: string, tides: Tides): void {
  tidesByDay.set(day, { tides, readAt: Date.now() });
}

export async function GET(request: NextRequest) {
  const day = request.nextUrl.searchParams.get('day') ?? 'today';
  const known = tidesAtHand(day);
  if (known && known.high.length > 0) return NextResponse.json(known);

  const response = await fetch(`https://tides.example/${day}`);
  const rows: { high: boolean; at: string }[] = await response.json();
  if (rows.length === 0) {
    const none: Tides = { high: [] };
    keepTides(day, none);
    return NextResponse.json(none);
  }
  const tides: Tides = { high: rows.filter((row) => row.high).map((row) => row.at) };
  keepTides(day, tides);
  return NextResponse.json(tides);
}
