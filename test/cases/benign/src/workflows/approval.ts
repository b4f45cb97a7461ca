import { condition, defineQuery, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';
import type * as activities from '../activities';

const { pay, reject, remind } = proxyActivities<typeof activities>({ startToCloseTimeout: '30 seconds' });

export const approve = defineSignal<[string]>('approve');
export const approvalsOf = defineQuery<string[]>('approvals');

let reminders = 0;
const approvals = new Set<string>();

export async function approval(invoice: string, needed: number): Promise<'paid' | 'rejected'> {
  setHandler(approve, (name) => {
    approvals.add(name);
  });
  setHandler(approvalsOf, () => [...approvals]);
  while (!(await condition(() => approvals.size >= needed, '2 days'))) {
    reminders += 1;
    if (reminders > 3) {
      await reject(invoice);
      return 'rejected';
    }
    await remind(invoice);
  }
  await pay(invoice);
  return 'paid';
}
