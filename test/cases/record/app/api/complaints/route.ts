const desk = {
  complaints: [] as { guest: string; text: string }[], // flag: no-memory-record
};

export async function POST(request: Request): Promise<Response> {
  const { guest, text } = await request.json();
  desk.complaints.unshift({ guest, text });
  return Response.json({ open: desk.complaints.length });
}

export function GET(): Response {
  return Response.json(desk.complaints);
}
