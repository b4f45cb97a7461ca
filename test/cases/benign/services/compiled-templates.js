const { Pool } = require('pg');
const { compile } = require('./templates');

const compiled = new Map();
const pool = new Pool();

// A hit is answered with what is kept: to make it again gives the same.
async function templateOf(name) {
  if (compiled.has(name)) return { ready: true, template: compiled.get(name) };
  const { rows } = await pool.query('SELECT source FROM templates WHERE name = $1', [name]);
  compiled.set(name, compile(rows[0].source));
  return { ready: false, template: compiled.get(name) };
}

module.exports = { templateOf };
