import { importPrices } from './prices';

let isOpen = false; // flag: no-memory-lock

const leave = (): void => {
  isOpen = false;
};

export const importOnce = async (url: string): Promise<string> => {
  if (isOpen) return 'busy';
  isOpen = true;
  try {
    await importPrices(url);
    return 'done';
  } finally {
    leave();
  }
};
