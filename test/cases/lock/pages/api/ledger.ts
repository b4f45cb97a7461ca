import { Mutex } from 'async-mutex';
import type { NextApiRequest, NextApiResponse } from 'next';
import { appendEntry, lastBalance } from '../../lib/ledger';

const mutex = new Mutex(); // flag: no-memory-lock

export default async function ledger(req: NextApiRequest, res: NextApiResponse) {
  const { account, amount } = req.body as { account: string; amount: number };
  const balance = await mutex.runExclusive(async () => {
    const after = (await lastBalance(account)) + amount;
    await appendEntry(account, amount, after);
    return after;
  });
  res.status(201).json({ account, balance });
}
