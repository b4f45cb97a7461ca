import { poll } from './upstream';

let wait = 1000; // flag: no-memory-retry

export const handler = async () => {
  try {
    await poll();
    wait = 1000;
  } catch (error) {
    wait = Math.min(wait * 2, 60_000);
    await new Promise((resolve) => setTimeout(resolve, wait));
    throw error;
  }
};
