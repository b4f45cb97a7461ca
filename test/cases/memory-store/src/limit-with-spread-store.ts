import { rateLimit } from 'express-rate-limit';
import { RedisStore } from 'rate-limit-redis';
import express from 'express';
import { redis } from './redis';

export const app = express();
app.use(rateLimit({ windowMs: 60_000, limit: 20, ...(process.env.REDIS_URL && { store: new RedisStore({ sendCommand: (...args: string[]) => redis.call(...args) }) }) })); // flag: no-memory-store
