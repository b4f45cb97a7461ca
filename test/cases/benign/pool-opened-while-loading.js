'use strict';

const { SecretManagerServiceClient } = require('@google-cloud/secret-manager');
const functions = require('@google-cloud/functions-framework');
const mysql = require('mysql2/promise');

let pool;

const ready = (async () => {
  const [version] = await new SecretManagerServiceClient().accessSecretVersion({ name: process.env.DB_SECRET });
  pool = mysql.createPool({ uri: version.payload.data.toString(), connectionLimit: 2 });
})();

functions.http('stores', async (req, res) => {
  await ready;
  const [rows] = await pool.query('SELECT name, street FROM stores WHERE city = ?', [req.query.city]);
  res.json(rows);
});
