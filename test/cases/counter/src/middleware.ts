// How many different pages one address has asked for in half a minute.
import { NextResponse, type NextRequest } from 'next/server';

const visited = new Map<string, { paths: Set<string>; since: number }>(); // flag: no-memory-counter

function asksTooMuch(address: string, path: string): boolean {
  const now = Date.now();
  const known = visited.get(address);
  if (!known || now - known.since > 30_000) {
    visited.set(address, { paths: new Set([path]), since: now });
    return false;
  }
  known.paths.add(path);
  if (known.paths.size > 120) {
    return true;
  }
  return false;
}

export function middleware(request: NextRequest) {
  if (asksTooMuch(request.headers.get('x-forwarded-for') ?? '', request.nextUrl.pathname)) return new NextResponse('slow down', { status: 429 });
  return NextResponse.next();
}
