import { Hono } from 'hono';
import { boil, grind, pour } from './machine';

type Phase = 'idle' | 'grinding' | 'boiling' | 'pouring' | 'served';

const ORDER: Phase[] = ['idle', 'grinding', 'boiling', 'pouring', 'served'];
const initial: { phase: Phase } = { phase: 'idle' };

const reduce = (state: { phase: Phase }): { phase: Phase } => ({
  ...state,
  phase: ORDER[ORDER.indexOf(state.phase) + 1] ?? 'served',
});

const app = new Hono<{ Bindings: { BREWS: KVNamespace } }>();

app.post('/brews/:id', async (c) => {
  let brew = initial;
  for (const step of [grind, boil, pour]) {
    brew = reduce(brew);
    await c.env.BREWS.put(c.req.param('id'), brew.phase);
    await step();
  }
  brew = reduce(brew);
  await c.env.BREWS.put(c.req.param('id'), brew.phase);
  return c.json(brew, 201);
});

app.get('/brews/:id', async (c) => c.json({ phase: await c.env.BREWS.get(c.req.param('id')) }));

export default app;
