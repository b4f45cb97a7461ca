import { settle } from './ledger';

const turns = new Map<string, Promise<void>>(); // flag: no-memory-lock

export const handler = async (event: { account: string }) => {
  while (turns.has(event.account)) await turns.get(event.account);
  const turn = settle(event.account);
  turns.set(event.account, turn);
  try {
    await turn;
  } finally {
    turns.delete(event.account);
  }
};
