'use strict';

const redis = require('redis').createClient({ url: process.env.REDIS_URL });

const counters = redis;

exports.handler = (event, context, callback) => {
  const { fund, cents } = JSON.parse(event.body);
  counters.incrby(`fund:${fund}`, cents, (error, total) => {
    if (error) return callback(error);
    counters.incr(`donors:${fund}`, (problem, donors) => {
      if (problem) return callback(problem);
      callback(null, { statusCode: 200, body: JSON.stringify({ fund, total, donors }) });
    });
  });
};
