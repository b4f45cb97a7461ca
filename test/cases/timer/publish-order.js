'use strict';

const { Kafka } = require('kafkajs');

const producer = new Kafka({ brokers: process.env.BROKERS.split(',') }).producer();
const connected = producer.connect();

exports.handler = (event) => {
  const order = JSON.parse(event.body);
  return connected
    .then(() => producer.send({ topic: 'orders', messages: [{ key: order.id, value: event.body }] }))
    .then(() => ({ statusCode: 202 }))
    .catch((error) => {
      console.error('order not published', error);
      return { statusCode: 503 };
    });
};
