import { Hono } from 'hono';
import { closeConnection, openConnection } from './connections';
import { closePoll, openPoll } from './polls';
import { refreshStandings } from './standings';

const app = new Hono();

function closeLater(poll: string, minutes: number): void {
  setTimeout(async () => await closePoll(poll), minutes * 60_000); // flag: no-memory-timer
}

app.post('/polls/:poll', async (c) => {
  const poll = c.req.param('poll');
  await openPoll(poll);
  closeLater(poll, 30);
  return c.json({ poll });
});

app.post('/leagues/:league/follow', (c) => {
  const league = c.req.param('league');
  setInterval(() => refreshStandings(league), 60_000); // flag: no-memory-timer
  return c.body(null, 202);
});

// What is open in this process ends with it.
app.post('/lines/:line', async (c) => {
  const line = c.req.param('line');
  await openConnection(line);
  setTimeout(async () => {
    await closeConnection(line);
  }, 5_000);
  return c.body(null, 204);
});

export default app;
