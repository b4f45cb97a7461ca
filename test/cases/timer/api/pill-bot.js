import { Telegraf } from 'telegraf';

const bot = new Telegraf(process.env.BOT_TOKEN);

bot.command('remind', async (ctx) => {
  const [, minutes, ...words] = ctx.message.text.split(' ');
  const text = words.join(' ') || 'time for your pills';
  setTimeout(() => { // flag: no-memory-timer
    ctx.telegram.sendMessage(ctx.chat.id, text);
  }, Number(minutes) * 60_000);
  await ctx.reply(`I shall write in ${minutes} minutes.`);
});

export default async function webhook(req, res) {
  await bot.handleUpdate(req.body);
  res.status(200).end();
}
