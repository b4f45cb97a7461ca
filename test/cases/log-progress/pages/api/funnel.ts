import type { NextApiRequest, NextApiResponse } from 'next';
import { logger } from '../../lib/logger';
import { saveAnswer } from '../../lib/surveys';

export default async function funnel(req: NextApiRequest, res: NextApiResponse) {
  const { survey, step, answer } = req.body;
  if (typeof step !== 'number' || step < 1 || step > 12) {
    return res.status(400).json({ error: 'unknown step' });
  }
  logger.info('funnel answer', { survey, step });
  await saveAnswer(survey, step, answer);
  return res.status(204).end();
}
