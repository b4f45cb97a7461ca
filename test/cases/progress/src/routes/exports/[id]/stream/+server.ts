import type { RequestHandler } from './$types';
import { exportPages } from '$lib/server/exporter';

async function* percentages(id: string): AsyncGenerator<number> {
  let done = 0;
  const pages = await exportPages(id);
  for await (const page of pages) {
    done += page.rows;
    yield Math.round((100 * done) / pages.total);
  }
}

export const GET: RequestHandler = ({ params }) => {
  const status = new Map<string, number>();
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async start(controller) {
      for await (const percent of percentages(params.id)) {
        status.set(params.id, percent);
        controller.enqueue(encoder.encode(`data: ${status.get(params.id)}\n\n`));
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
};
