import { Hono } from 'hono';
import { PubSub } from './realtime';
import { MemoryStore } from './vector-memory';
import { saveHeadline } from './headlines';

const pubsub = new PubSub({ url: process.env.NATS_URL });
const memory = new MemoryStore({ connectionString: process.env.DATABASE_URL });
const app = new Hono();

app.post('/headlines', async (c) => {
  const headline = await saveHeadline(await c.req.json());
  await memory.add(headline.id, headline.text);
  await pubsub.publish('headlines', headline);
  return c.json(headline, 201);
});

app.get('/headlines/:id/related', async (c) => c.json(await memory.nearest(c.req.param('id'), 5)));

export default app;
