import { listDuePayouts, payOut } from '../outside/ledger';

let running = false;

export const handler = async (): Promise<void> => {
  if (running) return;
  running = true;
  try {
    for (const payout of await listDuePayouts()) {
      await payOut(payout);
    }
  } finally {
    running = false;
  }
};
