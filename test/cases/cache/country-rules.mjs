import { loadRules } from './rules.mjs';

const LIMIT = 200;
const rules = new Map();

async function rulesFor(country) {
  if (rules.has(country)) return rules.get(country);
  const loaded = await loadRules(country);
  rules.set(country, loaded);
  if (rules.size > LIMIT) rules.delete(rules.keys().next().value);
  return loaded;
}

export const handler = async (event) => {
  const { country, weight } = JSON.parse(event.body);
  const { maximum } = await rulesFor(country);
  return { statusCode: 200, body: JSON.stringify({ allowed: weight <= maximum }) };
};
