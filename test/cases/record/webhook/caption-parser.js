const { logger } = require('../logger');
const { Pool } = require('pg');

const pool = new Pool();
// The caption comes first, its picture in an event of its own.
const captionCache = new Map(); // flag: no-memory-record

function keepCaption(id, text) {
  captionCache.set(id, text);
  setTimeout(() => captionCache.delete(id), 30_000);
}

async function parsePost(post) {
  await pool.query('INSERT INTO posts (id) VALUES ($1)', [post.id]);
  if (post.caption) {
    keepCaption(post.id, post.caption);
    return null;
  }
  const text = captionCache.get(post.id);
  if (!text) {
    logger.warn('no caption for', post.id);
    return null;
  }
  return { id: post.id, picture: post.picture, text };
}

module.exports = { parsePost };
