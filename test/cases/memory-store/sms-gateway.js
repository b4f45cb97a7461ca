const Bottleneck = require('bottleneck');
const functions = require('@google-cloud/functions-framework');
const { sendSms } = require('./sms');

const limiter = new Bottleneck({
  id: 'sms',
  datastore: 'ioredis',
  clientOptions: { host: process.env.REDIS_HOST, port: 6379 },
  reservoir: 100,
  reservoirRefreshAmount: 100,
  reservoirRefreshInterval: 60 * 1000,
});

functions.cloudEvent('smsGateway', async ({ data }) => {
  const { phone, text } = JSON.parse(Buffer.from(data.message.data, 'base64').toString());
  await limiter.schedule(() => sendSms(phone, text));
});
