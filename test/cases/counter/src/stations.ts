import { Hono } from 'hono';
import { names } from './station-names';

let nextId = 1;
const stations = names.map((name) => ({ id: nextId++, name }));
const perLetter = stations.reduce<Record<string, number>>((counts, { name }) => {
  counts[name[0]] = (counts[name[0]] ?? 0) + 1;
  return counts;
}, {});

const app = new Hono();

app.get('/stations', (c) => c.json({ total: nextId - 1, stations }));
app.get('/stations/letters/:letter', (c) => {
  const letter = c.req.param('letter').toUpperCase();
  return c.json({ letter, stations: perLetter[letter] ?? 0 });
});

export default app;
