const { Pool } = require('pg');
const { exportRows, newRun } = require('./runs');

const runs = new Map(); // flag: no-memory-record
const pool = new Pool();

async function startExport(tenantId) {
  if (runs.has(tenantId)) return { started: false, reason: 'an export is under way' };
  runs.set(tenantId, { run: newRun(), tenantId });
  await exportRows(pool, tenantId);
  return { started: true };
}

function exportOf(tenantId) {
  return runs.get(tenantId) ?? null;
}

module.exports = { startExport, exportOf };
