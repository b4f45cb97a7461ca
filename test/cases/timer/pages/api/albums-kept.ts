import type { NextApiRequest, NextApiResponse } from 'next';
import { resizeAll } from './images';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const work = resizeAll(req.body.album);
  work.catch((error: unknown) => console.error(error)); // flag: no-memory-timer
  res.status(202).end();
}
