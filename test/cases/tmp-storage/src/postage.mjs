import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const zones = JSON.parse(readFileSync(new URL('./data/zones.json', import.meta.url), 'utf8'));

export const handler = async (event) => {
  const { country, grams } = JSON.parse(event.body);
  const zone = zones[country];
  if (!zone) {
    return { statusCode: 422, body: JSON.stringify({ error: `no delivery to ${country}` }) };
  }
  const table = JSON.parse(await readFile(new URL(`./data/zone-${zone}.json`, import.meta.url), 'utf8'));
  const row = table.find(({ upTo }) => grams <= upTo);
  return { statusCode: 200, body: JSON.stringify({ zone, price: row?.price ?? null }) };
};
