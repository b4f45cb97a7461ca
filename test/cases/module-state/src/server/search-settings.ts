import { Hono } from 'hono';
import { searchWithVectors, searchWithWords } from './search';

const defaults: Record<string, string> = { MIN_SCORE: '0.4', PAGE_SIZE: '20' };
for (const [name, value] of Object.entries(defaults)) {
  process.env[name] ??= value;
}

const features = new Set(['suggestions']);
if (process.env.VECTOR_SEARCH === 'on') features.add('vectors');

const app = new Hono();

app.get('/search', async (c) => {
  const q = c.req.query('q') ?? '';
  return c.json(features.has('vectors') ? await searchWithVectors(q) : await searchWithWords(q));
});

export default app;
