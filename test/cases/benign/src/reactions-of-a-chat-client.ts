import { WebClient } from '@slack/web-api';
import { createEventAdapter } from '@slack/events-api';

const chat = new WebClient(process.env.SLACK_TOKEN);
const events = createEventAdapter(process.env.SLACK_SECRET!);

events.on('message', async (event: { channel: string; ts: string }) => {
  await Promise.all(['coffee', 'tea'].map((name) => (
    chat.reactions.add({ channel: event.channel, timestamp: event.ts, name })
  )));
});
