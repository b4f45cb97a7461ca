interface Env {
  WEATHER_URL: string;
}

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const cache = caches.default;
    const cached = await cache.match(request);
    if (cached) return cached;
    const upstream = await fetch(`${env.WEATHER_URL}${new URL(request.url).pathname}`);
    const response = new Response(upstream.body, upstream);
    response.headers.set('cache-control', 's-maxage=120');
    ctx.waitUntil(cache.put(request, response.clone()));
    return response;
  },
} satisfies ExportedHandler<Env>;
