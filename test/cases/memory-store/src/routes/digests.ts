import { Cron } from 'croner';
import { Router } from 'express';
import { sendDigest } from '../mail';

export const digests = Router();

digests.post('/digests', async (request, response) => {
  const plan = new Cron(request.body.pattern, { timezone: request.body.timezone }, () => sendDigest(request.body.email)); // flag: no-memory-store
  response.json({ first: plan.nextRun() });
});
