const express = require('express');
const fs = require('fs/promises');
const path = require('path');
const serverless = require('serverless-http');
const { toCsv } = require('./csv');
const { ordersBetween } = require('./orders');

const app = express();
const fileOf = (id) => path.join('/tmp', `orders-${id}.csv`);

app.post('/exports', express.json(), async (req, res) => {
  const { id, from, to } = req.body;
  const rows = await ordersBetween(from, to);
  await fs.writeFile(fileOf(id), toCsv(rows)); // flag: no-tmp-storage
  res.status(202).json({ id, rows: rows.length });
});

app.get('/exports/:id', (req, res) => {
  res.sendFile(fileOf(req.params.id));
});

exports.handler = serverless(app);
