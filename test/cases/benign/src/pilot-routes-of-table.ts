import type { FastifyInstance } from 'fastify';
import { insertPilot, listPilots } from './database';

export default async function pilots(fastify: FastifyInstance) {
  const shifts: { name: string }[] = [{ name: 'early' }, { name: 'late' }];
  fastify.post<{ Body: { name: string } }>('/pilots', async (request) => {
    await insertPilot(request.body.name, shifts[0]!.name);
    return { ok: true };
  });
  fastify.get('/pilots', async () => listPilots());
}
