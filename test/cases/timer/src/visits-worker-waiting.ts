export default {
  async fetch(request: Request, env: { DB: D1Database }, ctx: ExecutionContext) {
    const { page } = await request.json<{ page: string }>();
    ctx.waitUntil(env.DB.prepare('INSERT INTO visits (page) VALUES (?)').bind(page).run());
    return new Response('ok');
  },
};
