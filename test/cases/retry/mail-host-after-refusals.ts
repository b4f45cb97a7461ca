const progress = {
  refused: 0, // flag: no-memory-retry
};
const MOST = 3;
export default {
  async fetch(request: Request, env: { A: string; B: string }): Promise<Response> {
    const host = progress.refused >= MOST ? env.B : env.A;
    try {
      const answer = await fetch(host, { method: 'POST', body: await request.text() });
      if (host === env.A) progress.refused = 0;
      return answer;
    } catch {
      progress.refused += 1;
      return new Response('no', { status: 502 });
    }
  },
};
