import { redisClient } from './redis';

export function createAnswerCache(ttlSeconds: number) {
  const cache = new Map<string, { answer: unknown; expiresAt: number }>();

  const readFromMemory = (key: string): unknown => {
    const known = cache.get(key);
    if (!known || known.expiresAt <= Date.now()) return null;
    return known.answer;
  };
  const writeToMemory = (key: string, answer: unknown) => {
    cache.set(key, { answer, expiresAt: Date.now() + ttlSeconds * 1000 });
  };

  return {
    async get(key: string): Promise<unknown> {
      const redis = redisClient();
      if (!redis) return readFromMemory(key);
      const stored = await redis.get(key);
      if (stored === null) return null;
      const answer = JSON.parse(stored);
      writeToMemory(key, answer);
      return answer;
    },
    async set(key: string, answer: unknown): Promise<void> {
      writeToMemory(key, answer);
      await redisClient()?.set(key, JSON.stringify(answer), 'EX', ttlSeconds);
    },
  };
}

export const answerCache = createAnswerCache(300);
