import { paySalvor } from './payments.js';

function claim(wreck) {
  if (claim.taken.has(wreck)) return false;
  claim.taken.add(wreck);
  return true;
}
claim.taken = new Set(); // flag: no-memory-dedup

export const handler = async (event) => {
  for (const record of event.Records) {
    if (claim(record.messageId)) await paySalvor(JSON.parse(record.body));
  }
};
