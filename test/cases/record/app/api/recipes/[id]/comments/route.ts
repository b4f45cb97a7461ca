import { NextResponse } from 'next/server';

interface Comment {
  author: string;
  text: string;
}

const comments = new Map<string, Comment[]>(); // flag: no-memory-record

type Context = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Context) {
  const { id } = await params;
  const { author, text } = (await request.json()) as Comment;
  if (!comments.has(id)) comments.set(id, []);
  comments.get(id)?.push({ author, text });
  return NextResponse.json({ author, text }, { status: 201 });
}

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  return NextResponse.json(comments.get(id)?.slice(-20) ?? []);
}
