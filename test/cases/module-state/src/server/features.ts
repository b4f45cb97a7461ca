import { Hono } from 'hono';
import { searchWithVectors, searchWithWords } from './search';

const features = new Set(['suggestions']); // flag: no-module-state
const app = new Hono();

app.post('/internal/vector-search/on', (c) => {
  features.add('vectors');
  return c.body(null, 204);
});

app.post('/internal/vector-search/off', (c) => {
  features.delete('vectors');
  return c.body(null, 204);
});

app.get('/search', async (c) => {
  const q = c.req.query('q') ?? '';
  return c.json(features.has('vectors') ? await searchWithVectors(q) : await searchWithWords(q));
});

export default app;
