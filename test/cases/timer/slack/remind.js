const { App } = require('@slack/bolt');
const { openTicket } = require('./desk');

const app = new App({ token: process.env.TOKEN, signingSecret: process.env.SECRET });

app.command('/ticket', async ({ ack, body, respond }) => {
  await ack();
  const ticket = await openTicket(body.text);
  await respond(`opened ${ticket.id}`);
});

app.command('/remind', async ({ ack, body, client }) => {
  await ack();
  setTimeout(() => client.chat.postMessage({ channel: body.channel_id, text: body.text }), 3_600_000); // flag: no-memory-timer
});
