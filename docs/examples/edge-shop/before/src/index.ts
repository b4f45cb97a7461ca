interface Env {
  DB: D1Database;
  MAIL_URL: string;
}

const stock = new Map<string, number>();
const cors = new Headers({ 'access-control-allow-methods': 'GET, POST' });

async function unitsOf(sku: string, env: Env): Promise<number> {
  const known = stock.get(sku);
  if (known !== undefined) return known;
  const units = await env.DB.prepare('SELECT units FROM stock WHERE sku = ?').bind(sku).first<number>('units');
  stock.set(sku, units ?? 0);
  return units ?? 0;
}

async function reserve(sku: string, quantity: number, env: Env): Promise<boolean> {
  const units = await unitsOf(sku, env);
  if (units < quantity) return false;
  stock.set(sku, units - quantity);
  await env.DB.prepare('UPDATE stock SET units = ? WHERE sku = ?').bind(units - quantity, sku).run();
  return true;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const origin = request.headers.get('origin') ?? '';
    if (/^https:\/\/([a-z0-9-]+\.)?example\.com$/.test(origin)) {
      cors.set('access-control-allow-origin', origin);
    }
    const sku = new URL(request.url).pathname.slice('/products/'.length);
    if (request.method === 'GET') {
      return Response.json({ sku, units: await unitsOf(sku, env) }, { headers: cors });
    }
    const { email, quantity } = await request.json<{ email: string; quantity: number }>();
    if (!(await reserve(sku, quantity, env))) {
      return new Response('sold out', { status: 409, headers: cors });
    }
    fetch(env.MAIL_URL, { method: 'POST', body: JSON.stringify({ to: email, template: 'reserved', sku }) });
    return new Response(null, { status: 201, headers: cors });
  },
} satisfies ExportedHandler<Env>;
