import { Redis } from '@upstash/redis';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { db } from './db';

const redis = Redis.fromEnv();

export const auth = betterAuth({
  database: drizzleAdapter(db, { provider: 'pg' }),
  rateLimit: { enabled: true, window: 10, max: 50, storage: 'secondary-storage' },
  secondaryStorage: {
    get: (key) => redis.get<string>(key),
    set: async (key, value, ttl) => {
      await (ttl ? redis.set(key, value, { ex: ttl }) : redis.set(key, value));
    },
    delete: async (key) => {
      await redis.del(key);
    },
  },
});
