import { Hono } from 'hono';

enum Signal {
  Open,
  Closed,
}

let signal = Signal.Open; // flag: no-module-state

const app = new Hono();

app.post('/crossing/:order', (c) => {
  if (c.req.param('order') === 'close') signal = Signal.Closed;
  else if (c.req.param('order') === 'open') signal = Signal.Open;
  return c.body(null, 204);
});

app.get('/crossing', (c) => c.json({ mayPass: signal === Signal.Open }));

export default app;
