import { inngest } from '@/inngest/client';

interface Feedback {
  screen: string;
  text: string;
}

export async function POST(req: Request) {
  const feedback = (await req.json()) as Feedback[];
  const buffer: { name: string; data: Feedback }[] = [];
  for (const data of feedback) {
    if (data.text.trim() === '') continue;
    buffer.push({ name: 'app/feedback.given', data });
  }
  const { ids } = await inngest.send(buffer);
  return Response.json({ ids }, { status: 202 });
}
