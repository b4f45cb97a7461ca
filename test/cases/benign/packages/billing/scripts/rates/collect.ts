import { readRates } from '../../src/rates';

const collected = new Map<string, number>();

export async function collect(country: string) {
  if (collected.has(country)) return;
  collected.set(country, await readRates(country));
}

export function print() {
  for (const [country, rate] of collected) console.log(country, rate);
}
