import awsLambdaFastify from '@fastify/aws-lambda';
import Fastify from 'fastify';
import { translate } from './deepl.mjs';

const usage = { day: '', characters: 0 }; // flag: no-memory-counter
const app = Fastify();

app.post('/translations', async (request, reply) => {
  const today = new Date().toISOString().slice(0, 10);
  if (usage.day !== today) {
    usage.day = today;
    usage.characters = 0;
  }
  usage.characters += request.body.text.length;
  if (usage.characters > 500_000) {
    return reply.code(429).send({ error: 'the quota of today is used up' });
  }
  return { text: await translate(request.body.text, request.body.target) };
});

export const handler = awsLambdaFastify(app);
