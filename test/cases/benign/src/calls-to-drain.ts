import Fastify from 'fastify';
import websocket from '@fastify/websocket';
import { openCall } from './calls';

const server = Fastify();
server.register(websocket);

let openCalls = 0;

process.once('SIGTERM', () => {
  if (openCalls === 0) process.exit(0);
});

server.get('/calls', { websocket: true }, (connection, request) => {
  const call = openCall(connection.socket, request.headers);
  openCalls += 1;
  call.onFinished(() => {
    openCalls -= 1;
    request.log.info({ openCalls }, 'a call ended');
    if (openCalls === 0) server.log.info('no calls');
  });
});
