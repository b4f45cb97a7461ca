import type { FastifyInstance } from 'fastify';

// Declares routes once; what they share lives as long as the server.
export default async function pilots(fastify: FastifyInstance) {
  const onDuty: { name: string }[] = []; // flag: no-memory-record
  fastify.post<{ Body: { name: string } }>('/pilots', async (request) => {
    onDuty.push({ name: request.body.name });
    return { ok: true };
  });
  fastify.get('/pilots', async () => onDuty);
}
