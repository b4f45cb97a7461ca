import { Bot, webhookCallback } from 'grammy';
import { askConcierge } from '../lib/concierge';

const bot = new Bot(process.env.BOT_TOKEN!);
const thinking: number[] = []; // flag: no-memory-lock

bot.on('message:text', async (ctx) => {
  const guest = ctx.chat.id;
  if (thinking.includes(guest)) {
    await ctx.reply('One moment, I am still working on your last question.');
    return;
  }
  thinking.push(guest);
  try {
    await ctx.reply(await askConcierge(guest, ctx.message.text));
  } finally {
    thinking.splice(thinking.indexOf(guest), 1);
  }
});

export default webhookCallback(bot, 'http');
