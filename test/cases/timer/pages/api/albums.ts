import { resizeAll } from './images';
import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  setImmediate(() => resizeAll(req.body.album)); // flag: no-memory-timer
  res.status(202).end();
}
