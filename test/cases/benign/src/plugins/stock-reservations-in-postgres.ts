import fp from 'fastify-plugin';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';

export default fp(async (fastify: FastifyInstance) => {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL });

  fastify.post('/reservations/:id', async (request, reply) => {
    const { sku, quantity } = request.body as { sku: string; quantity: number };
    await pool.query('insert into reservations (id, sku, quantity) values ($1, $2, $3)', [(request.params as { id: string }).id, sku, quantity]);
    return reply.code(201).send();
  });
});
