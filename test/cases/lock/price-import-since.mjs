import { app } from '@azure/functions';
import { importPrices } from './prices.mjs';
let since; // flag: no-memory-lock
app.timer('importPrices', {
  schedule: '0 */5 * * * *',
  handler: async (timer, context) => {
    if (since) { context.warn(`still at work since ${since.toISOString()}`); return; }
    since = new Date();
    try { await importPrices(); } finally { since = undefined; }
  },
});
