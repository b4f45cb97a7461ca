import { readBalance } from './ledger';

const reads = new Map<string, Promise<number>>();

export const handler = async (event: { account: string }) => {
  const running = reads.get(event.account);
  if (running) return running;
  const read = readBalance(event.account);
  reads.set(event.account, read);
  try {
    return await read;
  } finally {
    reads.delete(event.account);
  }
};
