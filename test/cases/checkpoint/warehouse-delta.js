'use strict';

const { rowsChangedSince, mergeRows } = require('./warehouse');

exports.handler = async () => {
  const since = process.env.LAST_MERGED_AT || '2024-01-01T00:00:00Z';
  const startedAt = new Date().toISOString();
  const rows = await rowsChangedSince(since);
  if (rows.length > 0) {
    await mergeRows(rows);
    process.env.LAST_MERGED_AT = startedAt; // flag: no-memory-checkpoint
  }
  return { merged: rows.length };
};
