'use strict';

const redis = require('redis').createClient({ url: process.env.REDIS_URL });
const { issue } = require('./gift-cards');

const handled = {
  add(id, callback) {
    redis.set(`gift:${id}`, '1', 'NX', 'EX', 86400, callback);
  },
};

exports.handler = (event, context, callback) => {
  const order = JSON.parse(event.body);
  handled.add(order.id, (error, reply) => {
    if (error) return callback(error);
    if (reply !== 'OK') return callback(null, { statusCode: 200, body: 'already issued' });
    issue(order)
      .then((card) => callback(null, { statusCode: 201, body: JSON.stringify(card) }))
      .catch(callback);
  });
};
