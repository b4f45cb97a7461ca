import type { AppSyncResolverHandler } from 'aws-lambda';
import { makeLedgerClient } from 'shared-layer/ledger';

let ledger: ReturnType<typeof makeLedgerClient>; // flag: no-request-leak

export const handler: AppSyncResolverHandler<{ scopes: string[] }, string> = async (ctx) => {
  const { scopes } = ctx.arguments;
  try {
    ledger = makeLedgerClient({ scopes });
  } catch (error) {
    console.log('no ledger client', error);
  }
  return ledger.consentUrl();
};
