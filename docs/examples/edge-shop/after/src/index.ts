import { describeProduct } from './products';

interface Confirmation {
  to: string;
  sku: string;
}

interface Env {
  DB: D1Database;
  MAILS: Queue<Confirmation>;
  MAIL_URL: string;
}

function corsFor(request: Request): Headers {
  const headers = new Headers({ 'access-control-allow-methods': 'GET, POST', vary: 'origin' });
  const origin = request.headers.get('origin') ?? '';
  if (/^https:\/\/([a-z0-9-]+\.)?example\.com$/.test(origin)) {
    headers.set('access-control-allow-origin', origin);
  }
  return headers;
}

/** The reservation's id makes a repeated request harmless; both statements are one transaction. */
async function reserve(id: string, sku: string, quantity: number, env: Env): Promise<boolean> {
  const [inserted] = await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO reservations (id, sku, quantity)
       SELECT ?1, sku, ?3 FROM stock WHERE sku = ?2 AND units >= ?3
       ON CONFLICT (id) DO NOTHING`,
    ).bind(id, sku, quantity),
    env.DB.prepare('UPDATE stock SET units = units - ?2 WHERE sku = ?1 AND changes() = 1').bind(sku, quantity),
  ]);
  if (inserted?.meta.changes === 1) return true;
  const earlier = await env.DB.prepare('SELECT id FROM reservations WHERE id = ?').bind(id).first<string>('id');
  return earlier !== null;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const headers = corsFor(request);
    const sku = new URL(request.url).pathname.slice('/products/'.length);
    if (request.method === 'GET') {
      const units = await env.DB.prepare('SELECT units FROM stock WHERE sku = ?').bind(sku).first<number>('units');
      return Response.json({ sku, text: await describeProduct(sku, env), units: units ?? 0 }, { headers });
    }
    const { id, email, quantity } = await request.json<{ id: string; email: string; quantity: number }>();
    if (!(await reserve(id, sku, quantity, env))) {
      return new Response('sold out', { status: 409, headers });
    }
    await env.MAILS.send({ to: email, sku });
    return new Response(null, { status: 201, headers });
  },

  async queue(batch: MessageBatch<Confirmation>, env: Env): Promise<void> {
    for (const message of batch.messages) {
      const sent = await fetch(env.MAIL_URL, {
        method: 'POST',
        headers: { 'idempotency-key': message.id },
        body: JSON.stringify({ ...message.body, template: 'reserved' }),
      });
      if (sent.ok) message.ack();
      else message.retry({ delaySeconds: 30 * message.attempts });
    }
  },
} satisfies ExportedHandler<Env, Confirmation>;
