import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { translate } from './translator';

const app = Fastify({ logger: true });

await app.register(rateLimit, { max: 20, timeWindow: '1 minute', allowList: ['127.0.0.1'] }); // flag: no-memory-store

app.post<{ Body: { text: string; to: string } }>('/translations', async (request) => {
  return { text: await translate(request.body.text, request.body.to) };
});

export default async function serve(req: IncomingMessage, res: ServerResponse) {
  await app.ready();
  app.server.emit('request', req, res);
}
