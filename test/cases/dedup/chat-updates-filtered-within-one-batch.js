import { answer } from './answer.js';
export const handler = async (event) => {
  const known = new Set();
  const isFirst = (update) => {
    const before = known.has(update.update_id);
    known.add(update.update_id);
    return !before;
  };
  const updates = JSON.parse(event.body).result;
  for (const update of updates.filter(isFirst)) await answer(update);
  return { statusCode: 200 };
};
