const { Pool } = require('pg');

const pool = new Pool();
const TABLES = ['window', 'garden', 'hall'];
const tables = new Map(); // flag: no-memory-cache

// Drawn here and nowhere else: another instance draws another table for the same guest.
async function tableFor(guest) {
  const drawn = tables.get(guest);
  if (drawn) return drawn;
  await pool.query('SELECT 1 FROM guests WHERE id = $1', [guest]);
  const table = TABLES[Math.floor(Math.random() * TABLES.length)];
  tables.set(guest, table);
  return table;
}

module.exports = { tableFor };
