const { Telegraf } = require('telegraf');
const { saveName, saveTrade } = require('./applicants');

const bot = new Telegraf(process.env.BOT_TOKEN);
const asked = {}; // flag: no-memory-progress

bot.command('apply', (ctx) => {
  asked[ctx.from.id] = 0;
  return ctx.reply('What is your name?');
});

bot.on('text', async (ctx) => {
  const at = asked[ctx.from.id];
  if (at === 0) await saveName(ctx.from.id, ctx.message.text);
  if (at === 1) await saveTrade(ctx.from.id, ctx.message.text);
  asked[ctx.from.id] = at + 1;
  return ctx.reply(at === 0 ? 'What is your trade?' : 'Thank you.');
});

module.exports.handler = async (event) => bot.handleUpdate(JSON.parse(event.body));
