import { Bot, session } from 'grammy';
import { RedisAdapter } from '@grammyjs/storage-redis';
import { redis } from './redis';

export const bot = new Bot(process.env.TOKEN!);
bot.use(session({ initial: () => ({ step: 'start' }), storage: redis ? new RedisAdapter({ instance: redis }) : undefined })); // flag: no-memory-store
