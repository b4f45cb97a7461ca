'use strict';

const Redis = require('ioredis');
const { RateLimiterMemory, RateLimiterRedis } = require('rate-limiter-flexible');
const { resetPassword } = require('./accounts');

const limiter = new RateLimiterRedis({
  storeClient: new Redis(process.env.REDIS_URL, { enableOfflineQueue: false }),
  points: 5,
  duration: 3600,
  insuranceLimiter: new RateLimiterMemory({ points: 1, duration: 3600 }),
});

exports.handler = async (event) => {
  try {
    await limiter.consume(event.requestContext.http.sourceIp);
  } catch {
    return { statusCode: 429 };
  }
  await resetPassword(JSON.parse(event.body).email);
  return { statusCode: 204 };
};
