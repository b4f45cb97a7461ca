interface Env {
  DB: D1Database;
  MAIL_URL: string;
}

const prices = new Map<string, number>();
const cors = new Headers({ 'access-control-allow-methods': 'GET, PUT, POST' });

async function priceOf(sku: string, env: Env): Promise<number> {
  const known = prices.get(sku);
  if (known !== undefined) return known;
  const stored = await env.DB.prepare('SELECT cents FROM prices WHERE sku = ?').bind(sku).first<number>('cents');
  prices.set(sku, stored ?? 0);
  return stored ?? 0;
}

async function changePrice(sku: string, cents: number, env: Env): Promise<void> {
  prices.set(sku, cents);
  await env.DB.prepare('UPDATE prices SET cents = ? WHERE sku = ?').bind(cents, sku).run();
}

async function order(sku: string, email: string, env: Env): Promise<void> {
  const cents = await priceOf(sku, env);
  await env.DB.prepare('INSERT INTO orders (sku, email, cents) VALUES (?, ?, ?)').bind(sku, email, cents).run();
  fetch(env.MAIL_URL, { method: 'POST', body: JSON.stringify({ to: email, template: 'ordered', sku }) });
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const origin = request.headers.get('origin') ?? '';
    if (/^https:\/\/([a-z0-9-]+\.)?example\.com$/.test(origin)) {
      cors.set('access-control-allow-origin', origin);
    }
    const sku = new URL(request.url).pathname.slice('/products/'.length);
    if (request.method === 'GET') {
      return Response.json({ sku, cents: await priceOf(sku, env) }, { headers: cors });
    }
    const body = await request.json<{ cents: number; email: string }>();
    if (request.method === 'PUT') await changePrice(sku, body.cents, env);
    else await order(sku, body.email, env);
    return new Response(null, { status: 204, headers: cors });
  },
} satisfies ExportedHandler<Env>;
