import { synthesize } from '@/lib/speech';

export const maxDuration = 60;

export async function POST(req: Request) {
  const { sentences } = (await req.json()) as { sentences: string[] };
  let speaking = false;
  let next = 0;

  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (speaking) return;
      speaking = true;
      const sentence = sentences[next];
      next += 1;
      if (sentence === undefined) controller.close();
      else controller.enqueue(await synthesize(sentence));
      speaking = false;
    },
  });
  return new Response(stream, { headers: { 'content-type': 'audio/mpeg' } });
}
