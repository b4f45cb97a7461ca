import fp from 'fastify-plugin';
import type { FastifyInstance } from 'fastify';

export default fp(async (fastify: FastifyInstance) => {
  const reservations = new Map<string, { sku: string; quantity: number }>(); // flag: no-memory-record

  fastify.post('/reservations/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    reservations.set(id, request.body as { sku: string; quantity: number });
    return reply.code(201).send();
  });

  fastify.get('/reservations/:id', async (request, reply) => {
    const reservation = reservations.get((request.params as { id: string }).id);
    return reservation ?? reply.code(404).send();
  });
});
