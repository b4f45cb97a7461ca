import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import webpush from 'web-push';
import { saveAnnouncement, subscriptionsOf } from './announcements';

const app = new Hono().basePath('/api');

app.post('/channels/:channel/announcements', async (c) => {
  const { text } = await c.req.json<{ text: string }>();
  const channel = c.req.param('channel');
  const announcement = await saveAnnouncement(channel, text);
  const subscriptions = await subscriptionsOf(channel);
  void Promise.all(subscriptions.map((subscription) => webpush.sendNotification(subscription, text))); // flag: no-memory-timer
  return c.json(announcement, 201);
});

export const POST = handle(app);
