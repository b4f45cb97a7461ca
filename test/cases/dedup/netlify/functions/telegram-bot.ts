import type { Handler } from '@netlify/functions';
import { Telegraf } from 'telegraf';
import { bookTable } from '../../src/reservations';

const bot = new Telegraf(process.env.TELEGRAM_TOKEN!);
const updates = new Set<number>(); // flag: no-memory-dedup
const firstDelivery = (id: number): boolean => !updates.has(id) && Boolean(updates.add(id));

bot.use(async (ctx, next) => {
  if (firstDelivery(ctx.update.update_id)) {
    await next();
  }
});

bot.command('book', async (ctx) => {
  const table = await bookTable(ctx.from.id, ctx.payload);
  await ctx.reply(`Table ${table.number} is yours`);
});

export const handler: Handler = async (event) => {
  await bot.handleUpdate(JSON.parse(event.body ?? '{}'));
  return { statusCode: 200, body: '' };
};
