import { Hono } from 'hono';
import { NotFound, Forbidden, Conflict } from './exceptions';
import { loadLease } from './leases';

type Constructor = new (...args: never[]) => Error;

const statuses = new Map<Constructor, number>();
for (const [type, status] of [[NotFound, 404], [Forbidden, 403], [Conflict, 409]] as const) {
  statuses.set(type, status);
}

const app = new Hono();

app.onError((error, c) => {
  let status = 500;
  for (const [type, code] of statuses) {
    if (error instanceof type) status = code;
  }
  return new Response(JSON.stringify({ error: error.message, path: c.req.path }), { status });
});

app.get('/leases/:id', async (c) => c.json(await loadLease(c.req.param('id'))));

export default app;
