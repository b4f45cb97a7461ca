import { requestQuote, type Quote } from './carriers';

const running: Record<string, Promise<Quote> | undefined> = {};

export function shippingQuote(zip: string, grams: number): Promise<Quote> {
  const key = `${zip}/${grams}`;
  const current = running[key];
  if (current) {
    return current;
  }
  const quote = requestQuote(zip, grams).finally(() => {
    delete running[key];
  });
  running[key] = quote;
  return quote;
}
