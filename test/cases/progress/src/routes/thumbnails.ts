import { streamSSE } from 'hono/streaming';
import { Hono } from 'hono';
import { makeThumbnail } from '../images';

const app = new Hono();

app.post('/albums/:album/thumbnails', async (c) => {
  const keys = await c.req.json<string[]>();
  const progress = new Map<string, 'waiting' | 'done' | 'failed'>(keys.map((key) => [key, 'waiting']));
  return streamSSE(c, async (stream) => {
    for (const key of keys) {
      try {
        await makeThumbnail(c.req.param('album'), key);
        progress.set(key, 'done');
      } catch {
        progress.set(key, 'failed');
      }
      await stream.writeSSE({ event: 'progress', data: JSON.stringify(Object.fromEntries(progress)) });
    }
  });
});

export default app;
