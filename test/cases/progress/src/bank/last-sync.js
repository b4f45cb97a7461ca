const { fetchStatement, storeStatement } = require('./bank');

let lastSync = null; // flag: no-memory-progress

async function syncStatement(account) {
  try {
    const rows = await fetchStatement(account);
    await storeStatement(account, rows);
    lastSync = { at: new Date().toISOString(), ok: true, rows: rows.length };
  } catch (error) {
    lastSync = { at: new Date().toISOString(), ok: false, reason: error.message };
  }
}

function getLastSync() {
  return lastSync;
}

module.exports = { syncStatement, getLastSync };
