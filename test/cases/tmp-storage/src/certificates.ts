import { Hono } from 'hono';
import { readFile, writeFile } from 'node:fs/promises';
import { renderCertificate } from './render';

const issued = new Map<string, string>(); // flag: no-memory-record
const app = new Hono();

app.post('/certificates', async (c) => {
  const { course, participant } = await c.req.json<{ course: string; participant: string }>();
  const number = crypto.randomUUID();
  const file = `/tmp/certificate-${number}.svg`;
  await writeFile(file, await renderCertificate(course, participant)); // flag: no-tmp-storage
  issued.set(number, file);
  return c.json({ number }, 201);
});

app.get('/certificates/:number', async (c) => {
  const file = issued.get(c.req.param('number'));
  if (!file) {
    return c.notFound();
  }
  return c.body(await readFile(file, 'utf8'), 200, { 'content-type': 'image/svg+xml' });
});

export default app;
