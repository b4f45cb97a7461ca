'use strict';

const { WebClient } = require('@slack/web-api');
const { archive } = require('./archive');

const slack = new WebClient(process.env.SLACK_TOKEN);
const newest = Object.create(null); // flag: no-memory-checkpoint

exports.handler = async (event) => {
  for (const channel of event.channels) {
    const { messages } = await slack.conversations.history({ channel, oldest: newest[channel], limit: 200 });
    if (messages.length === 0) continue;
    await archive(channel, messages);
    newest[channel] = messages[0].ts;
  }
};
