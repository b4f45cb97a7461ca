interface Env {
  DB: D1Database;
}

interface Order {
  id: string;
  item: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const id = new URL(request.url).pathname.slice('/orders/'.length);
    if (request.method === 'PUT') {
      const { item } = await request.json<{ item: string }>();
      await env.DB.prepare('INSERT INTO orders (id, item) VALUES (?, ?) ON CONFLICT (id) DO NOTHING').bind(id, item).run();
    }
    const order = await env.DB.prepare('SELECT id, item FROM orders WHERE id = ?').bind(id).first<Order>();
    return order ? Response.json(order) : new Response('unknown order', { status: 404 });
  },
} satisfies ExportedHandler<Env>;
