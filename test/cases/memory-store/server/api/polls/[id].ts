import { Cacheable } from 'cacheable';

interface Poll {
  question: string;
  answers: Record<string, number>;
}

const polls = new Cacheable({ namespace: 'polls', ttl: '7d' }); // flag: no-memory-store

export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id')!;
  if (event.method === 'PUT') {
    const { question, options } = await readBody<{ question: string; options: string[] }>(event);
    await polls.set(id, { question, answers: Object.fromEntries(options.map((option) => [option, 0])) });
    setResponseStatus(event, 201);
    return null;
  }
  const poll = await polls.get<Poll>(id);
  if (!poll) {
    throw createError({ statusCode: 404 });
  }
  return poll;
});
