import { changePrice, priceToShow } from './prices';

interface Confirmation {
  orderId: string;
  to: string;
  sku: string;
}

interface Env {
  DB: D1Database;
  MAILS: Queue<Confirmation>;
  MAIL_URL: string;
}

function corsFor(request: Request): Headers {
  const headers = new Headers({ 'access-control-allow-methods': 'GET, PUT, POST', vary: 'origin' });
  const origin = request.headers.get('origin') ?? '';
  if (/^https:\/\/([a-z0-9-]+\.)?example\.com$/.test(origin)) {
    headers.set('access-control-allow-origin', origin);
  }
  return headers;
}

async function order(orderId: string, sku: string, email: string, env: Env): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO orders (id, sku, email, cents)
     SELECT ?1, sku, ?3, cents FROM prices WHERE sku = ?2
     ON CONFLICT (id) DO NOTHING`,
  )
    .bind(orderId, sku, email)
    .run();
  await env.MAILS.send({ orderId, to: email, sku });
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const headers = corsFor(request);
    const sku = new URL(request.url).pathname.slice('/products/'.length);
    if (request.method === 'GET') {
      return Response.json({ sku, cents: await priceToShow(sku, env.DB) }, { headers });
    }
    const body = await request.json<{ cents: number; orderId: string; email: string }>();
    if (request.method === 'PUT') await changePrice(sku, body.cents, env.DB);
    else await order(body.orderId, sku, body.email, env);
    return new Response(null, { status: 204, headers });
  },

  async queue(batch: MessageBatch<Confirmation>, env: Env): Promise<void> {
    for (const message of batch.messages) {
      const sent = await fetch(env.MAIL_URL, {
        method: 'POST',
        headers: { 'idempotency-key': message.body.orderId },
        body: JSON.stringify({ to: message.body.to, template: 'ordered', sku: message.body.sku }),
      });
      if (sent.ok) message.ack();
      else message.retry({ delaySeconds: 30 * message.attempts });
    }
  },
} satisfies ExportedHandler<Env, Confirmation>;
