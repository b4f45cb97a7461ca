const notice: Record<string, string> = { 'cache-control': 'no-store' }; // flag: no-memory-record

export async function PUT(request: Request) {
  notice.text = await request.text();
  return Response.json(notice);
}

// What was put is what is asked for.
export async function GET() {
  return Response.json(notice);
}
