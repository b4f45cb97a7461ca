import { buildPage } from './builder';

let built = 0; // flag: no-memory-progress
let total = 0; // flag: no-memory-progress

export async function POST(request: Request) {
  const { pages } = await request.json();
  total = pages.length;
  built = 0;
  for (const page of pages) {
    await buildPage(page);
    built += 1;
  }
  return new Response(null, { status: 202 });
}

export async function GET() {
  return Response.json({ built, total });
}
