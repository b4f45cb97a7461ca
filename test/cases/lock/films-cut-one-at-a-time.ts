import express from 'express';
import serverless from 'serverless-http';
import { cutFilm, searchFilms } from './films';

const app = express();

const cutting = new Map<string, AbortController>(); // flag: no-memory-lock
const searches = new Map<string, AbortController>();

app.post('/films/:film/cut', async (req, res) => {
  const { film } = req.params;
  if (cutting.has(film)) {
    res.status(409).json({ error: 'the film is being cut' });
    return;
  }
  const stop = new AbortController();
  cutting.set(film, stop);
  try {
    res.json(await cutFilm(film, stop.signal));
  } finally {
    cutting.delete(film);
  }
});

app.delete('/films/:film/cut', (req, res) => {
  cutting.get(req.params.film)?.abort();
  res.sendStatus(204);
});

// A newer search ends the older one: nobody is refused.
app.get('/films', async (req, res) => {
  const reader = String(req.headers['x-reader']);
  searches.get(reader)?.abort();
  const stop = new AbortController();
  searches.set(reader, stop);
  try {
    res.json(await searchFilms(String(req.query.words), stop.signal));
  } finally {
    searches.delete(reader);
  }
});

export const handler = serverless(app);
