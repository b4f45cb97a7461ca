let shownMetrics: string[] = ['tide']; // flag: no-memory-record

export async function PUT(request: Request): Promise<Response> {
  const { metrics } = await request.json();
  shownMetrics = metrics;
  return new Response(null, { status: 204 });
}

export function GET(): Response {
  return Response.json(shownMetrics);
}
