interface Env {
  ENCODER: Fetcher;
}

type Encoding = { state: 'encoding' | 'ready'; done: string[] };

const encodings = new Map<string, Encoding>(); // flag: no-memory-progress

async function encode(id: string, env: Env): Promise<void> {
  const encoding: Encoding = { state: 'encoding', done: [] };
  encodings.set(id, encoding);
  for (const rendition of ['240p', '480p', '1080p']) {
    await env.ENCODER.fetch(`https://encoder/${id}/${rendition}`, { method: 'POST' });
    encoding.done.push(rendition);
  }
  encoding.state = 'ready';
}

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const id = new URL(request.url).pathname.slice(1);
    if (request.method === 'POST') {
      ctx.waitUntil(encode(id, env));
      return new Response(null, { status: 202 });
    }
    return Response.json(encodings.get(id) ?? { state: 'unknown', done: [] });
  },
};
