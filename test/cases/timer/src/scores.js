import express from 'express';
import { subscribe } from './redis.js';

const app = express();

app.get('/matches/:id/scores', async (req, res) => {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const heartbeat = setInterval(() => res.write(': still here\n\n'), 15_000);
  const unsubscribe = await subscribe(`scores:${req.params.id}`, (score) => {
    res.write(`data: ${JSON.stringify(score)}\n\n`);
  });
  req.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
    res.end();
  });
});

export default app;
