import { claimInTable, paySalvor } from './payments.js';

async function claim(wreck) {
  return claim.ignored.has(wreck) ? false : claimInTable(wreck);
}
claim.ignored = new Set(['buoy']);

export const handler = async (event) => {
  for (const record of event.Records) {
    if (await claim(record.messageId)) await paySalvor(JSON.parse(record.body));
  }
};
