import awsLambdaFastify from '@fastify/aws-lambda';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import session from '@fastify/session';
import { RedisStore } from 'connect-redis';
import Fastify from 'fastify';
import Redis from 'ioredis';
import { startParking } from './parking.mjs';

const redis = new Redis(process.env.REDIS_URL);
const app = Fastify();

app.register(cookie);
app.register(session, { secret: process.env.SESSION_SECRET, store: new RedisStore({ client: redis }) });
app.register(rateLimit, { max: 60, timeWindow: '1 minute', redis });

app.post('/parkings', async (request, reply) => {
  const parking = await startParking(request.session.driver, request.body.plate);
  return reply.code(201).send(parking);
});

export const handler = awsLambdaFastify(app);
