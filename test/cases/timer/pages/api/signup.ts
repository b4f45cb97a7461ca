import type { NextApiRequest, NextApiResponse } from 'next';
import { createAccount } from '../../lib/accounts';
import { sendWelcome } from '../../lib/mail';

export default async function signup(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') {
    return res.status(405).end();
  }
  const account = await createAccount(req.body.email, req.body.password);
  sendWelcome(account.email, account.id).catch((error) => console.error('welcome mail failed', error)); // flag: no-memory-timer
  return res.status(201).json({ id: account.id });
}
