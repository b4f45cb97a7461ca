const { Pool } = require('pg');

const pool = new Pool();
const rowIds = new Map();

// The row is written first; a miss looks it up.
async function createRun(run, runsTable) {
  const row = await runsTable.create({ run, status: 'pending' });
  rowIds.set(run, row.id);
  return row;
}

async function findRun(run) {
  let id = rowIds.get(run);
  if (!id) {
    const { rows } = await pool.query('SELECT id FROM runs WHERE run = $1', [run]);
    id = rows[0]?.id;
    rowIds.set(run, id);
  }
  return pool.query('SELECT * FROM runs WHERE id = $1', [id]);
}

module.exports = { createRun, findRun };
