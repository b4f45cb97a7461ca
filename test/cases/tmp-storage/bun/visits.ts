import { Hono } from 'hono';

const app = new Hono();
app.post('/visits', async (c) => {
  const log = Bun.file('/tmp/visits.ndjson').writer(); // flag: no-tmp-storage
  log.write(JSON.stringify(await c.req.json()) + '\n');
  await log.end();
  return c.body(null, 204);
});
app.get('/visits', async (c) => c.text(await Bun.file('/tmp/visits.ndjson').text()));
export default app;
