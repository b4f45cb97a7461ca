'use strict';

const express = require('express');
const serverless = require('serverless-http');
const { openTables } = require('./tables');

let tables;

const ready = (async () => {
  tables = await openTables(process.env.TABLES_URL);
})();

const app = express();

app.use((req, res, next) => {
  ready.then(() => next(), next);
});

app.get('/tables/:name', async (req, res) => {
  res.json(await tables.read(req.params.name));
});

exports.handler = serverless(app);
