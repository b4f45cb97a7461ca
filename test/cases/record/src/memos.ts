import { Hono } from 'hono';

interface Entity {
  id: string;
}

class Repository<T extends Entity> {
  constructor(protected readonly rows: KVNamespace) {}

  async save(entity: T): Promise<T> {
    await this.rows.put(entity.id, JSON.stringify(entity));
    return entity;
  }

  byId(id: string): Promise<T | null> {
    return this.rows.get<T>(id, 'json');
  }
}

interface Memo extends Entity {
  text: string;
}

const app = new Hono<{ Bindings: { MEMOS: KVNamespace } }>();

app.post('/memos', async (c) => {
  const memos = new Repository<Memo>(c.env.MEMOS);
  return c.json(await memos.save({ id: crypto.randomUUID(), text: (await c.req.json()).text }), 201);
});
app.get('/memos/:id', async (c) => {
  const memo = await new Repository<Memo>(c.env.MEMOS).byId(c.req.param('id'));
  return memo ? c.json(memo) : c.notFound();
});

export default app;
