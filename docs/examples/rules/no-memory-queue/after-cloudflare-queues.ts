interface Visit {
  id: string;
  path: string;
}

interface Env {
  DB: D1Database;
  VISITS: Queue<Visit>;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    await env.VISITS.send({ id: crypto.randomUUID(), path: new URL(request.url).pathname });
    return new Response('ok', { status: 202 });
  },

  async queue(batch: MessageBatch<Visit>, env: Env): Promise<void> {
    const insert = env.DB.prepare('INSERT OR IGNORE INTO visits (id, path) VALUES (?, ?)');
    await env.DB.batch(batch.messages.map(({ body }) => insert.bind(body.id, body.path)));
  },
} satisfies ExportedHandler<Env, Visit>;
