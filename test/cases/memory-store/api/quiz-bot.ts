import { RedisAdapter } from '@grammyjs/storage-redis';
import { Bot, session, webhookCallback, type Context, type SessionFlavor } from 'grammy';
import Redis from 'ioredis';
import { question } from '../lib/quiz';

interface Quiz {
  number: number;
  points: number;
}

const storage = new RedisAdapter<Quiz>({ instance: new Redis(process.env.REDIS_URL!) });
const bot = new Bot<Context & SessionFlavor<Quiz>>(process.env.BOT_TOKEN!);

bot.use(session({ initial: () => ({ number: 0, points: 0 }), storage }));

bot.command('next', async (ctx) => {
  ctx.session.number += 1;
  await ctx.reply(question(ctx.session.number));
});

export default webhookCallback(bot, 'https');
