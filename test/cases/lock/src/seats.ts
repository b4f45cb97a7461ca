import express from 'express';
import serverless from 'serverless-http';

const app = express();
const seats = new Map<string, string>(); // flag: no-memory-lock

app.post('/seats/:id/hold', (req, res) => {
  const customer = seats.get(req.params.id);
  if (customer && customer !== req.body.customer) return res.status(409).json({ error: 'taken' });
  seats.set(req.params.id, req.body.customer);
  res.json({ ok: true });
});
app.post('/seats/:id/release', (req, res) => {
  if (seats.get(req.params.id) !== req.body.customer) return res.status(403).end();
  seats.delete(req.params.id);
  res.status(204).end();
});

export const handler = serverless(app);
