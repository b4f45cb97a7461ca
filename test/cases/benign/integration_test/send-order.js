const { PubSub } = require('@google-cloud/pubsub');

const pubsub = new PubSub();

exports.sendOrder = async (order) => {
  pubsub.topic('orders').publish(Buffer.from(order)).then((id) => console.log(`sent ${id}`));
};
