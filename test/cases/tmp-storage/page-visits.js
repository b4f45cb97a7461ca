'use strict';

const functions = require('@google-cloud/functions-framework');
const sqlite3 = require('sqlite3');
const { promisify } = require('util');

const db = new sqlite3.Database('./visits.sqlite'); // flag: no-tmp-storage
const run = promisify(db.run.bind(db));
const all = promisify(db.all.bind(db));
const ready = run('CREATE TABLE IF NOT EXISTS visits (page TEXT, referrer TEXT, at TEXT)');

functions.http('visits', async (req, res) => {
  await ready;
  if (req.method === 'POST') {
    await run('INSERT INTO visits VALUES (?, ?, ?)', [req.body.page, req.get('referer'), new Date().toISOString()]);
    res.status(204).send();
    return;
  }
  res.json(await all('SELECT page, COUNT(*) AS visits FROM visits GROUP BY page'));
});
