import { Hono } from 'hono';
import { fareFor, type Rule } from './fares';

const rules: Rule[] = [
  { name: 'weekend', factor: 0.8 },
  { name: 'rush-hour', factor: 1.4 },
  { name: 'standard', factor: 1 },
];

const app = new Hono();

app.get('/fares/:from/:to', (c) => {
  const ordered = c.req.query('sort') === 'cheapest' ? rules.toSorted((a, b) => a.factor - b.factor) : rules.slice();
  const rule = ordered.find(({ name }) => name !== c.req.query('without'));
  ordered.reverse();
  return c.json({ fare: fareFor(c.req.param('from'), c.req.param('to'), rule!), rules: ordered });
});

export default app;
