import express from 'express';
import serverless from 'serverless-http';

const app = express();
const guests = new Map<string, string>(); // flag: no-memory-record

app.post('/tables/:id', (req, res) => {
  if (guests.has(req.params.id)) return res.status(409).json({ error: 'taken' });
  guests.set(req.params.id, req.body.guest);
  res.json({ ok: true });
});
app.get('/tables/:id', (req, res) => res.json({ guest: guests.get(req.params.id) ?? null }));
app.delete('/tables/:id', (req, res) => {
  guests.delete(req.params.id);
  res.status(204).end();
});

export const handler = serverless(app);
