import { app, type InvocationContext, type Timer } from '@azure/functions';
import { activeContracts } from './contracts';
import { issueInvoice } from './accounting-api';

export async function monthlyInvoices(_timer: Timer, context: InvocationContext): Promise<void> {
  const contracts = await activeContracts();
  let issued = 0;
  for (const contract of contracts) {
    await issueInvoice(contract);
    issued += 1;
    context.info(`issued ${issued} of ${contracts.length}, last contract ${contract.number}`); // flag: no-log-progress
  }
}

app.timer('monthlyInvoices', { schedule: '0 0 5 1 * *', handler: monthlyInvoices });
