import { post } from './letters.js';

const sent = {}; // flag: no-memory-dedup

export const handler = async (event) => {
  const again = Object.prototype.hasOwnProperty.call(sent, event.id);
  sent[event.id] = true;
  if (!again) await post(event.letter);
};
