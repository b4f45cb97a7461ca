import { ask } from './ask';

export interface Payout {
  id: string;
  cents: number;
}

export async function listDuePayouts(): Promise<Payout[]> {
  return ask('GET', `${process.env.LEDGER_URL}/due`);
}

/** The ledger refuses a fencing token that is lower than the highest it has seen. */
export async function payOut(payout: Payout, fence?: number): Promise<void> {
  await ask('POST', `${process.env.LEDGER_URL}/payouts`, { ...payout, fence });
}
