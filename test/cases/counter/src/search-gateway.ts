interface Env {
  LIMITER: { limit(options: { key: string }): Promise<{ success: boolean }> };
  SEARCH: Fetcher;
}

const counter = { header: 'cf-connecting-ip', status: 429 };

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const key = request.headers.get(counter.header) ?? 'unknown';
    const { success } = await env.LIMITER.limit({ key });
    if (!success) {
      return new Response('slow down', { status: counter.status });
    }
    return env.SEARCH.fetch(request);
  },
} satisfies ExportedHandler<Env>;
