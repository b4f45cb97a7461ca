import awsLambdaFastify from '@fastify/aws-lambda';
import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import Fastify from 'fastify';
import { checkPassword, listUsers } from './users.mjs';

const app = Fastify({ trustProxy: true });
app.register(fastifyCookie);
app.register(fastifySession, { secret: process.env.SESSION_SECRET, cookie: { secure: true, maxAge: 3_600_000 } }); // flag: no-memory-store

app.post('/login', async (request, reply) => {
  const user = await checkPassword(request.body.email, request.body.password);
  if (!user) return reply.code(401).send();
  request.session.userId = user.id;
  return reply.code(204).send();
});

app.get('/users', async (request, reply) => {
  if (!request.session.userId) return reply.code(401).send();
  return listUsers();
});

export const handler = awsLambdaFastify(app);
