'use strict';

const redis = require('redis').createClient({ url: process.env.REDIS_URL });
const { closeMonth } = require('./books');

const lock = { key: 'month-end', seconds: 600 };

function whenFree(owner, work, done) {
  redis.set(lock.key, owner, 'NX', 'EX', lock.seconds, (error, reply) => {
    if (error || reply !== 'OK') return done(error, false);
    work((failure) => {
      redis.del(lock.key, () => done(failure, true));
    });
  });
}

exports.handler = (event, context, callback) => {
  let running = true;
  const work = (next) => {
    closeMonth(event.month, (error) => {
      running = false;
      next(error);
    });
  };
  whenFree(context.awsRequestId, work, (error, ran) => callback(error, { ran, running }));
};
