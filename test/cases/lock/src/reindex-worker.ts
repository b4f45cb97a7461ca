interface Env {
  SEARCH_URL: string;
  CATALOGUE: KVNamespace;
}

class Reindexer {
  static active = false; // flag: no-memory-lock

  static async run(env: Env): Promise<Response> {
    if (Reindexer.active) return new Response('reindexing already', { status: 423 });
    Reindexer.active = true;
    try {
      const { keys } = await env.CATALOGUE.list({ prefix: 'product:' });
      await fetch(`${env.SEARCH_URL}/rebuild`, { method: 'POST', body: JSON.stringify(keys.map(({ name }) => name)) });
      return new Response(null, { status: 204 });
    } finally {
      Reindexer.active = false;
    }
  }
}

export default {
  fetch: (request: Request, env: Env): Response | Promise<Response> =>
    request.method === 'POST' ? Reindexer.run(env) : new Response(null, { status: 405 }),
};
