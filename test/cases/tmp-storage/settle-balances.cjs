'use strict';

const lockfile = require('lockfile');
const { onSchedule } = require('firebase-functions/v2/scheduler');
const { settle } = require('./balances');

const LOCK = '/tmp/settlement.lock';

exports.settleBalances = onSchedule('every 10 minutes', async () => {
  try {
    lockfile.lockSync(LOCK, { stale: 300_000 }); // flag: no-tmp-storage
  } catch {
    return;
  }
  try {
    await settle();
  } finally {
    lockfile.unlockSync(LOCK);
  }
});
