import type { AppSyncResolverHandler } from 'aws-lambda';
import { makeLedgerClient } from 'shared-layer/ledger';

let ledger: ReturnType<typeof makeLedgerClient>;

export const handler: AppSyncResolverHandler<{ scopes: string[] }, string> = async (ctx) => {
  const { scopes } = ctx.arguments;
  try {
    ledger = makeLedgerClient({ scopes });
  } catch (error) {
    console.log('no ledger client', error);
    throw new Error('ledger is not available');
  }
  return ledger.consentUrl();
};
