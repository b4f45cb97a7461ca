import { Hono } from 'hono';

type Arm = 'blue' | 'green';

const arms: Record<string, Arm[]> = { button: ['blue', 'green'], banner: ['green', 'blue', 'blue'] };
const app = new Hono();

function armOf(experiment: string, visitor: string): Arm | undefined {
  const choices = arms[experiment] ?? [];
  let hash = 0;
  for (const letter of visitor) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return choices[hash % choices.length];
}

app.get('/experiments/:experiment', (c) => {
  const arm = armOf(c.req.param('experiment'), c.req.header('x-visitor') ?? '');
  return arm ? c.json({ arm }) : c.notFound();
});

export default app;
