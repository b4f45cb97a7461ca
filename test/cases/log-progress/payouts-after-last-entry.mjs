import functions from '@google-cloud/functions-framework';
import { Logging } from '@google-cloud/logging';
import { payOut, payoutsAfter } from './payouts.mjs';

const logging = new Logging();

async function lastPayout() {
  const filter = 'resource.labels.function_name="payouts" AND jsonPayload.lastPayoutId:*';
  const [entries] = await logging.getEntries({ filter, orderBy: 'timestamp desc', pageSize: 1 }); // flag: no-log-progress
  return entries[0]?.data.lastPayoutId ?? null;
}

functions.http('payouts', async (req, res) => {
  for (const payout of await payoutsAfter(await lastPayout())) {
    await payOut(payout);
    console.log(JSON.stringify({ severity: 'INFO', lastPayoutId: payout.id })); // flag: no-log-progress
  }
  res.status(204).send();
});
