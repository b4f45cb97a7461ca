import type { ScheduledEvent } from 'aws-lambda';
import { deactivate, expiredAccounts } from './accounts';

export const handler = async (event: ScheduledEvent) => {
  const accounts = await expiredAccounts(event.time);
  for (const account of accounts) {
    console.log(`deactivating ${account.id}`);
    await deactivate(account.id);
  }
  console.log(`deactivated ${accounts.length} accounts`);
};
