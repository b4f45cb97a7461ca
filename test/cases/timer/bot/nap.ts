import { Telegraf } from 'telegraf';

export const bot = new Telegraf(process.env.TOKEN!);
bot.command('nap', async (ctx) => {
  await ctx.reply('good night');
  setTimeout(() => ctx.reply('wake up'), 20 * 60_000); // flag: no-memory-timer
});
export const handler = async (event: { body: string }) => {
  await bot.handleUpdate(JSON.parse(event.body));
  return { statusCode: 200 };
};
