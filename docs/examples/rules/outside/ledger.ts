import { ask } from './ask';

export interface Payout {
  id: string;
  cents: number;
}

/** With a fencing token: from this answer on the ledger refuses owners with a lower one. */
export async function listDuePayouts(fence?: number): Promise<Payout[]> {
  return ask('GET', `${process.env.LEDGER_URL}/due?fence=${fence ?? ''}`);
}

/** Refused with a token that is lower than the highest that the ledger has seen. */
export async function payOut(payout: Payout, fence?: number): Promise<void> {
  await ask('POST', `${process.env.LEDGER_URL}/payouts`, { ...payout, fence });
}
