import { Hono } from 'hono';
import { boil, grind, pour } from './machine';

type Phase = 'idle' | 'grinding' | 'boiling' | 'pouring' | 'served';
type Action = { type: 'next' } | { type: 'reset' };

const ORDER: Phase[] = ['idle', 'grinding', 'boiling', 'pouring', 'served'];

function reduce(state: { phase: Phase }, action: Action): { phase: Phase } {
  switch (action.type) {
    case 'next':
      return { phase: ORDER[ORDER.indexOf(state.phase) + 1] ?? 'served' };
    case 'reset':
      return { phase: 'idle' };
  }
}

let brew: { phase: Phase } = { phase: 'idle' }; // flag: no-memory-progress
const dispatch = (action: Action) => {
  brew = reduce(brew, action);
};

const app = new Hono();

app.post('/brews', async (c) => {
  dispatch({ type: 'reset' });
  for (const step of [grind, boil, pour]) {
    dispatch({ type: 'next' });
    await step();
  }
  dispatch({ type: 'next' });
  return c.body(null, 201);
});

app.get('/brews/current', (c) => c.json({ phase: brew.phase }));

export default app;
