interface Env {
  MIRRORS: string;
}

let turn = 0;

function nextMirror(env: Env): string {
  const mirrors = env.MIRRORS.split(',');
  turn = (turn + 1) % mirrors.length;
  return mirrors[turn];
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { search } = new URL(request.url);
    const response = await fetch(`https://${nextMirror(env)}/search${search}`);
    return new Response(response.body, { status: response.status, headers: { 'cache-control': 'max-age=600' } });
  },
};
