'use strict';

const stock = require('../shared/stock.json');

module.exports = async function (context, req) {
  const { sku, name, pieces } = req.body;
  if (req.method === 'POST') {
    stock.items.push({ sku, name, pieces }); // flag: no-memory-record
    context.res = { status: 201, body: { sku } };
    return;
  }
  const item = stock.items.find((candidate) => candidate.sku === req.query.sku);
  context.res = item ? { body: item } : { status: 404 };
};
