const questions = new Map<string, { text: string; askedAt: number }>(); // flag: no-memory-record

export async function POST(request: Request): Promise<Response> {
  const { id, text } = (await request.json()) as { id: string; text: string };
  questions.set(id, { text, askedAt: Date.now() });
  return new Response(null, { status: 202 });
}

export async function GET(request: Request): Promise<Response> {
  const question = questions.get(new URL(request.url).searchParams.get('id')!);
  return question ? Response.json(question) : new Response(null, { status: 404 });
}
