import { Hono } from 'hono';

type Arm = 'blue' | 'green';

const arms: Record<string, Record<string, Arm>> = {}; // flag: no-memory-cache
const app = new Hono();

function armOf(experiment: string, visitor: string): Arm {
  arms[experiment] ??= {};
  arms[experiment][visitor] ??= Math.random() < 0.5 ? 'blue' : 'green';
  return arms[experiment][visitor];
}

app.get('/experiments/:experiment', (c) => {
  const arm = armOf(c.req.param('experiment'), c.req.header('x-visitor') ?? '');
  return c.json({ arm });
});

export default app;
