import type { NextApiRequest, NextApiResponse } from 'next';
import { translate, RateLimited } from '../../lib/translator';

let restUntil = 0; // flag: no-memory-retry

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (restUntil > Date.now()) {
    return res.status(503).json({ error: 'the translator asked us to wait' });
  }
  try {
    return res.status(200).json({ text: await translate(req.body.text, req.body.language) });
  } catch (error) {
    if (error instanceof RateLimited) {
      restUntil = Date.now() + error.retryAfterSeconds * 1000;
      return res.status(503).json({ error: 'the translator asked us to wait' });
    }
    throw error;
  }
}
