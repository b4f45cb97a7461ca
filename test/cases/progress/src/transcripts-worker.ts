import { Hono } from 'hono';
import { splitAudio, transcribe } from './speech';

type Bindings = { JOB_STATUS: KVNamespace; AUDIO: R2Bucket };
type Status = { state: 'running' | 'done'; percent: number };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/transcripts/:id', async (c) => {
  const id = c.req.param('id');
  const statuses = c.env.JOB_STATUS;
  const status: Status = { state: 'running', percent: 0 };
  const audio = await c.env.AUDIO.get(id);
  if (!audio) return c.notFound();
  const parts = splitAudio(await audio.arrayBuffer());
  for (const [index, part] of parts.entries()) {
    await transcribe(id, part);
    status.percent = Math.round(((index + 1) / parts.length) * 100);
    await statuses.put(id, JSON.stringify(status));
  }
  status.state = 'done';
  await statuses.put(id, JSON.stringify(status));
  return c.json(status, 201);
});

app.get('/transcripts/:id', async (c) => {
  const status = await c.env.JOB_STATUS.get<Status>(c.req.param('id'), 'json');
  return status ? c.json(status) : c.notFound();
});

export default app;
