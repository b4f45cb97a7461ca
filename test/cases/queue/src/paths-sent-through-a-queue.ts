interface Env {
  INDEX_URL: string;
  CHANGES: Queue<{ path: string; by: string }>;
}

export default {
  async fetch(request: Request, env: Env) {
    const changes = await request.json<{ path: string; by: string }[]>();
    await env.CHANGES.sendBatch(changes.map((body) => ({ body })));
    return new Response(null, { status: 202 });
  },
  async queue(batch: MessageBatch<{ path: string; by: string }>, env: Env) {
    const paths = batch.messages.map(({ body }) => body.path);
    const response = await fetch(env.INDEX_URL, { method: 'POST', body: JSON.stringify({ paths }) });
    if (!response.ok) batch.retryAll();
  },
} satisfies ExportedHandler<Env>;
