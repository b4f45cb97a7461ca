import Database from 'better-sqlite3';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';

const db = new Database(':memory:'); // flag: no-memory-store
db.exec('CREATE TABLE items (household TEXT, item TEXT, bought INTEGER DEFAULT 0)');

const app = new Hono();

app.post('/households/:id/items', async (c) => {
  const { item } = await c.req.json<{ item: string }>();
  db.prepare('INSERT INTO items (household, item) VALUES (?, ?)').run(c.req.param('id'), item);
  return c.body(null, 201);
});

app.get('/households/:id/items', (c) => {
  return c.json(db.prepare('SELECT item FROM items WHERE household = ? AND bought = 0').all(c.req.param('id')));
});

export const handler = handle(app);
