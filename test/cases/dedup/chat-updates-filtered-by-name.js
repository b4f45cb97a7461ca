import { answer } from './answer.js';
const known = new Set(); // flag: no-memory-dedup
const isFirst = (update) => {
  const before = known.has(update.update_id);
  known.add(update.update_id);
  return !before;
};
export const handler = async (event) => {
  const updates = JSON.parse(event.body).result;
  for (const update of updates.filter(isFirst)) await answer(update);
  return { statusCode: 200 };
};
