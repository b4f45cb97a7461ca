import { createServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import Redis from 'ioredis';
import { Server } from 'socket.io';
import { savePosition } from './positions';

const publisher = new Redis(process.env.REDIS_URL!);
const subscriber = publisher.duplicate();

const server = createServer();
const io = new Server(server, { adapter: createAdapter(publisher, subscriber), cors: { origin: process.env.SITE } });

io.on('connection', (socket) => {
  socket.on('watch', (tour: string) => socket.join(tour));
  socket.on('position', async (tour: string, position: [number, number]) => {
    await savePosition(tour, position);
    io.to(tour).emit('position', position);
  });
});

export default server;
