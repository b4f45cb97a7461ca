interface Env {
  DB: D1Database;
}

interface Profile {
  id: string;
  name: string;
}

const MAX_AGE_SECONDS = 30;

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const id = new URL(request.url).pathname.slice('/profiles/'.length);
    const key = new Request(request.url);
    if (request.method === 'PUT') {
      const { name } = await request.json<{ name: string }>();
      await env.DB.prepare('UPDATE profiles SET name = ? WHERE id = ?').bind(name, id).run();
      await caches.default.delete(key); // of this location; the others wait for the expiry
      return new Response(null, { status: 204 });
    }
    const known = await caches.default.match(key);
    if (known) return known;
    const profile = await env.DB.prepare('SELECT id, name FROM profiles WHERE id = ?').bind(id).first<Profile>();
    if (!profile) return new Response('unknown profile', { status: 404 });
    const response = Response.json(profile, { headers: { 'cache-control': `max-age=${MAX_AGE_SECONDS}` } });
    ctx.waitUntil(caches.default.put(key, response.clone()));
    return response;
  },
} satisfies ExportedHandler<Env>;
