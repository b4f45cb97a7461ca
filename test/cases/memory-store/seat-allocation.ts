import AsyncLock from 'async-lock';
import { http } from '@google-cloud/functions-framework';
import { freeSeats, reserveSeat } from './seats';

const lock = new AsyncLock({ timeout: 5_000 }); // flag: no-memory-lock

http('allocateSeat', async (req, res) => {
  const { show, customer } = req.body;
  const seat = await lock.acquire(show, async () => {
    const [first] = await freeSeats(show);
    return first ? reserveSeat(show, first, customer) : undefined;
  });
  if (!seat) {
    res.status(409).json({ error: 'sold out' });
    return;
  }
  res.status(201).json(seat);
});
