import { json } from '@solidjs/router';
import type { APIEvent } from '@solidjs/start/server';

interface Poll {
  id: string;
  question: string;
  options: string[];
}

const polls: Record<string, Poll> = {}; // flag: no-memory-record

export async function POST({ request }: APIEvent) {
  const { question, options } = await request.json();
  const id = crypto.randomUUID();
  polls[id] = { id, question, options };
  return json({ id }, { status: 201 });
}

export function GET({ request }: APIEvent) {
  const poll = polls[new URL(request.url).searchParams.get('id') ?? ''];
  return poll ? json(poll) : new Response(null, { status: 404 });
}
