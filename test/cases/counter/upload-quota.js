'use strict';

const { storeUpload } = require('./uploads');

const LIMIT = 50 * 1024 * 1024;
const bytes = new Map(); // flag: no-memory-counter

function add(tenant, size, totals = bytes) {
  const total = (totals.get(tenant) || 0) + size;
  totals.set(tenant, total);
  return total;
}

module.exports.main = async ({ tenant, file }) => {
  const content = Buffer.from(file, 'base64');
  if (add(tenant, content.length) > LIMIT) {
    return { statusCode: 413, body: 'upload quota used up' };
  }
  return { statusCode: 201, body: await storeUpload(tenant, content) };
};
