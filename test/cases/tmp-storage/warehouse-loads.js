'use strict';

const fs = require('node:fs/promises');
const { BigQuery } = require('@google-cloud/bigquery');
const { changedProducts } = require('./products');

const table = new BigQuery().dataset('shop').table('products');
const batchFile = (day) => `/tmp/products-${day}.ndjson`;

exports.prepare = async (req, res) => {
  const products = await changedProducts(req.body.day);
  await fs.writeFile(batchFile(req.body.day), products.map((product) => JSON.stringify(product)).join('\n')); // flag: no-tmp-storage
  res.json({ prepared: products.length });
};

exports.load = async (req, res) => {
  const lines = (await fs.readFile(batchFile(req.body.day), 'utf8')).split('\n');
  await table.insert(lines.map((line) => JSON.parse(line)));
  res.json({ loaded: lines.length });
};
