import Fastify from 'fastify';
import websocket from '@fastify/websocket';
import { openCall } from './calls';

const server = Fastify();
server.register(websocket);

let openCalls = 0; // flag: no-memory-counter

server.get('/calls', { websocket: true }, (connection, request) => {
  if (openCalls >= 40) {
    connection.socket.close(1013);
    return;
  }
  const call = openCall(connection.socket, request.headers);
  openCalls += 1;
  call.onFinished(() => {
    openCalls -= 1;
  });
});
