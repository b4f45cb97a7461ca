import awsLambdaFastify from '@fastify/aws-lambda';
import fastify from 'fastify';
import { accountOf } from './accounts.mjs';
import { invoicesOf } from './invoices.mjs';

const app = fastify({ logger: true });

app.decorateRequest('account', null);

app.addHook('preHandler', async (request, reply) => {
  const token = request.headers.authorization;
  if (token) request.account = await accountOf(token);
  else await reply.code(401).send();
});

app.get('/invoices', async (request) => {
  request.log.setBindings({ account: request.account.id });
  return invoicesOf(request.account.id, request.query.year);
});

export const handler = awsLambdaFastify(app);
