const { Pool } = require('pg');

const pool = new Pool();
const activityLog = [];

function trackActivity(action, run) {
  activityLog.unshift({ at: new Date().toISOString(), action, run });
  if (activityLog.length > 500) activityLog.pop();
}

async function createRun(run) {
  await pool.query('INSERT INTO runs (id) VALUES ($1)', [run]);
  trackActivity('created', run);
}

function latestActivity(limit) {
  return activityLog.slice(0, limit);
}

module.exports = { createRun, latestActivity };
