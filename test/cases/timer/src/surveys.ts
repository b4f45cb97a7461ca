import { Hono } from 'hono';

type Bindings = { DB: D1Database; SLACK_URL: string };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/surveys/:id/answers', async (c) => {
  const answer = await c.req.json<{ score: number; remark?: string }>();
  await c.env.DB.prepare('INSERT INTO answers (survey, score, remark) VALUES (?, ?, ?)')
    .bind(c.req.param('id'), answer.score, answer.remark ?? null)
    .run();
  if (answer.score <= 2) {
    const text = `Unhappy customer: ${answer.remark ?? 'no remark'}`;
    c.executionCtx.waitUntil(fetch(c.env.SLACK_URL, { method: 'POST', body: JSON.stringify({ text }) }));
  }
  return c.body(null, 204);
});

export default app;
