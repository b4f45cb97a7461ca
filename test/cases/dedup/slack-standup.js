'use strict';

const { App, AwsLambdaReceiver } = require('@slack/bolt');
const { openStandup } = require('./standups');

const receiver = new AwsLambdaReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET });
const app = new App({ token: process.env.SLACK_BOT_TOKEN, receiver, convoStore: false });

function Deliveries(limit) {
  this.limit = limit;
  this.ids = []; // flag: no-memory-dedup
}

Deliveries.prototype.isNew = function (id) {
  if (this.ids.includes(id)) return false;
  this.ids.push(id);
  if (this.ids.length > this.limit) this.ids.shift();
  return true;
};

const deliveries = new Deliveries(200);

app.event('app_mention', async ({ event, body, say }) => {
  if (!deliveries.isNew(body.event_id)) return;
  const standup = await openStandup(event.channel);
  await say(`Stand-up ${standup.id} is open`);
});

module.exports.handler = async (event, context, callback) => (await receiver.start())(event, context, callback);
