import Fastify from 'fastify';
import awsLambdaFastify from '@fastify/aws-lambda';
import { outputFile, pathExists } from 'fs-extra';
import os from 'node:os';
import path from 'node:path';
import { bookDelivery } from '../bookings.js';

const app = Fastify();
const folder = path.join(os.tmpdir(), 'deliveries');

app.post('/webhooks/carrier', async (request, reply) => {
  const note = path.join(folder, `${request.headers['x-delivery-id']}.done`);
  if (await pathExists(note)) {
    return reply.code(200).send({ duplicate: true });
  }
  await bookDelivery(request.body);
  await outputFile(note, ''); // flag: no-tmp-storage
  return reply.code(201).send({ duplicate: false });
});

export const handler = awsLambdaFastify(app);
