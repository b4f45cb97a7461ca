'use strict';

const { App, AwsLambdaReceiver } = require('@slack/bolt');
const { deploy } = require('./deployments');

const receiver = new AwsLambdaReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET });
const app = new App({ token: process.env.SLACK_BOT_TOKEN, receiver, convoStore: false });
let frozen = false; // flag: no-module-state

app.command('/freeze', async ({ ack }) => {
  frozen = true;
  await ack('Deployments are frozen.');
});

app.command('/thaw', async ({ ack }) => {
  frozen = false;
  await ack('Deployments are possible again.');
});

app.command('/deploy', async ({ ack, command, respond }) => {
  await ack();
  const url = frozen ? undefined : await deploy(command.text);
  await respond(url ?? 'Not today.');
});

exports.handler = async (event, context, callback) => (await receiver.start())(event, context, callback);
