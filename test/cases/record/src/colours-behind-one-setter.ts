import { Hono } from 'hono';

enum Colour {
  Red,
  White,
}

function createHulls() {
  const colourOf = new Map<string, Colour>(); // flag: no-memory-record
  return {
    paint: (hull: string, colour: Colour) => colourOf.set(hull, colour),
    of: (hull: string) => colourOf.get(hull),
  };
}

const hulls = createHulls();
const app = new Hono();

app.put('/hulls/:hull/red', (c) => {
  hulls.paint(c.req.param('hull'), Colour.Red);
  return c.body(null, 204);
});
app.put('/hulls/:hull/white', (c) => {
  hulls.paint(c.req.param('hull'), Colour.White);
  return c.body(null, 204);
});
app.get('/hulls/:hull', (c) => c.json({ colour: hulls.of(c.req.param('hull')) ?? null }));

export default app;
