import { Hono } from 'hono';
import { fareFor, type Rule } from './fares';

const rules: Rule[] = [ // flag: no-module-state
  { name: 'weekend', factor: 0.8 },
  { name: 'rush-hour', factor: 1.4 },
  { name: 'standard', factor: 1 },
];

const app = new Hono();

app.get('/fares/:from/:to', (c) => {
  if (c.req.query('sort') === 'cheapest') {
    rules.sort((a, b) => a.factor - b.factor);
  }
  const rule = rules.find(({ name }) => name !== c.req.query('without'));
  return c.json({ fare: fareFor(c.req.param('from'), c.req.param('to'), rule!) });
});

export default app;
