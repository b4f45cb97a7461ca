import { buildPage } from './builder';

let built = 0; // flag: no-memory-counter

export async function POST(request: Request) {
  const { pages } = await request.json();
  for (const page of pages) {
    await buildPage(page);
    built += 1;
  }
  return new Response(null, { status: 202 });
}

export async function GET() {
  return Response.json({ built });
}
