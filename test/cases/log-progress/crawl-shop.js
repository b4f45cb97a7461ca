'use strict';

const { SendMessageCommand, SQSClient } = require('@aws-sdk/client-sqs');
const { productsOnPage, saveSnapshot } = require('./crawler');

const sqs = new SQSClient({});

exports.handler = async (event) => {
  const { shop, page } = JSON.parse(event.Records[0].body);
  const { products, last } = await productsOnPage(shop, page);
  for (const product of products) {
    await saveSnapshot(shop, product);
  }
  console.log(`${shop}: page ${page} of ${last} done`);
  if (page < last) {
    const MessageBody = JSON.stringify({ shop, page: page + 1 });
    await sqs.send(new SendMessageCommand({ QueueUrl: process.env.PAGES_QUEUE, MessageBody }));
  }
};
