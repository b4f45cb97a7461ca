import type { NextApiRequest, NextApiResponse } from 'next';

export default function happyHour(req: NextApiRequest, res: NextApiResponse) {
  if (req.headers.authorization !== `Bearer ${process.env.ADMIN_TOKEN}`) {
    return res.status(401).end();
  }
  if (req.method === 'POST') {
    process.env.PRICE_LIST = 'happy-hour'; // flag: no-module-state
  } else {
    delete process.env.PRICE_LIST;
  }
  return res.status(200).json({ list: process.env.PRICE_LIST ?? 'standard' });
}
