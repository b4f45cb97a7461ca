'use strict';

const { randomUUID } = require('node:crypto');
const Redis = require('ioredis');
const { closeBooks } = require('./books');

const redis = new Redis(process.env.REDIS_URL);
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

module.exports = async (event, context) => {
  const owner = randomUUID();
  const running = `closing:${event.body.year}`;
  const acquired = await redis.set(running, owner, 'PX', 120000, 'NX');
  if (!acquired) {
    return context.status(409).succeed({ error: 'closing is running' });
  }
  try {
    return context.status(200).succeed(await closeBooks(event.body.year));
  } finally {
    await redis.eval(RELEASE, 1, running, owner);
  }
};
