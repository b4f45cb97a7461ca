import type { NextApiRequest, NextApiResponse } from 'next';
import { summarize } from '../../lib/assistant';

const perMinute: Map<string, number[]> = ((globalThis as any).__summaries ??= new Map()); // flag: no-memory-counter

export default async function summaries(req: NextApiRequest, res: NextApiResponse) {
  const account = String(req.headers['x-account']);
  const minuteAgo = Date.now() - 60_000;
  const times = (perMinute.get(account) ?? []).filter((at) => at > minuteAgo);
  if (times.length >= 3) {
    res.setHeader('retry-after', '60');
    return res.status(429).end();
  }
  perMinute.set(account, [...times, Date.now()]);
  return res.status(200).json({ summary: await summarize(req.body.text) });
}
