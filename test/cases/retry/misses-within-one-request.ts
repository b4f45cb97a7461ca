export default {
  async fetch(request: Request, env: { A: string }): Promise<Response> {
    const state = { misses: 0 };
    for (;;) {
      try {
        return await fetch(env.A, { method: 'POST', body: await request.text() });
      } catch {
        state.misses += 1;
        if (state.misses > 3) return new Response('no', { status: 502 });
      }
    }
  },
};
