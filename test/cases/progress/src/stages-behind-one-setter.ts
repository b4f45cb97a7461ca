import { Hono } from 'hono';
import { fetchDrawings, layKeel, launch } from './yard';

enum Stage {
  Drawing,
  Building,
  Launching,
  Afloat,
}

function createStages() {
  const stageOf = new Map<string, Stage>(); // flag: no-memory-progress
  return {
    enter: (hull: string, stage: Stage) => stageOf.set(hull, stage),
    of: (hull: string) => stageOf.get(hull),
  };
}

const stages = createStages();
const app = new Hono();

app.post('/hulls/:hull', async (c) => {
  const hull = c.req.param('hull');
  stages.enter(hull, Stage.Drawing);
  const drawings = await fetchDrawings(hull);
  stages.enter(hull, Stage.Building);
  await layKeel(drawings);
  stages.enter(hull, Stage.Launching);
  await launch(hull);
  stages.enter(hull, Stage.Afloat);
  return c.body(null, 204);
});

app.get('/hulls/:hull', (c) => c.json({ stage: stages.of(c.req.param('hull')) ?? null }));

export default app;
