import { quote, quoteElsewhere } from './exchange';

let elsewhere = false; // flag: no-module-state

export const handler = async (event: { pair: string }) => {
  if (elsewhere) return quoteElsewhere(event.pair);
  try {
    return await quote(event.pair);
  } catch {
    elsewhere = true;
    return quoteElsewhere(event.pair);
  }
};
