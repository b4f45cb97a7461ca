import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import express from 'express';
import { answer } from './answer';

const app = express();
app.get('/', async (request, response) => {
  response.json(await answer(request.query));
});

const server = createServer(app);
const open = new Set<Socket>();
server.on('connection', (socket) => {
  open.add(socket);
  socket.on('close', () => open.delete(socket));
});

process.on('SIGTERM', () => {
  for (const socket of open) socket.destroy();
  open.clear();
});
server.listen(3000);
