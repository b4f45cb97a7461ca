import { Cron } from 'croner';
import { Router } from 'express';
import { saveReportPlan } from '../db';

export const reports = Router();

// Only asks whether the pattern can be read, and when it would be due.
reports.post('/reports', async (request, response) => {
  const pattern = new Cron(request.body.pattern, { timezone: request.body.timezone });
  const first = pattern.nextRun();
  if (!first) return response.status(400).json({ error: 'never due' });
  await saveReportPlan(request.body.name, request.body.pattern, first);
  response.json({ first });
});
