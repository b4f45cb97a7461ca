import { log, proxyActivities } from '@temporalio/workflow';
import type * as activities from '../activities/relocation';

const { cancelPower, orderPower, moveInternet, informRegistry } = proxyActivities<typeof activities>({
  startToCloseTimeout: '5 minutes',
  retry: { maximumAttempts: 4 },
});

export async function relocation(customer: string, address: string): Promise<void> {
  await cancelPower(customer);
  log.info('step 1 of 4 done', { customer, step: 'power-cancelled' });
  await orderPower(customer, address);
  log.info('step 2 of 4 done', { customer, step: 'power-ordered' });
  await moveInternet(customer, address);
  log.info('step 3 of 4 done', { customer, step: 'internet-moved' });
  await informRegistry(customer, address);
  log.info('step 4 of 4 done', { customer, step: 'registry-informed' });
}
