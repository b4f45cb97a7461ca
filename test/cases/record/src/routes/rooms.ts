import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';

type Room = { members: Map<string, { nickname: string }> };

const app = new Hono();
const rooms = new Map<string, Room>(); // flag: no-memory-record

app.post('/rooms/:room/members', async (c) => {
  const { id, nickname } = await c.req.json<{ id: string; nickname: string }>();
  const room = rooms.get(c.req.param('room')) ?? { members: new Map() };
  room.members.set(id, { nickname });
  rooms.set(c.req.param('room'), room);
  return c.body(null, 204);
});

app.get('/rooms/:room/members', (c) => {
  const room = rooms.get(c.req.param('room'));
  return c.json([...(room?.members.values() ?? [])]);
});

export const handler = handle(app);
