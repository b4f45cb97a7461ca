import { Hono } from 'hono';
import { nextTram } from './trams.mjs';

const lines = { north: ['A', 'B', 'C'], south: ['C', 'D'] }; // flag: no-module-state
const app = new Hono();

app.post('/construction', (c) => {
  lines.north.splice(1, 1);
  return c.body(null, 204);
});

app.get('/north', async (c) => c.json(await Promise.all(lines.north.map((stop) => nextTram(stop)))));
app.get('/south', async (c) => c.json(await Promise.all(lines.south.map((stop) => nextTram(stop)))));

export default app;
