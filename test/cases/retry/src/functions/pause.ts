import { quote } from './exchange';

let rest = false; // flag: no-memory-retry

export const handler = async (event: { pair: string }) => {
  if (rest) {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    rest = false;
  }
  try {
    return await quote(event.pair);
  } catch (error) {
    rest = true;
    throw error;
  }
};
