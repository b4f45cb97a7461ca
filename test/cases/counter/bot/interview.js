const { Telegraf } = require('telegraf');
const { saveAnswer } = require('./applicants');

const bot = new Telegraf(process.env.BOT_TOKEN);
const answers = {}; // flag: no-memory-counter

bot.on('text', async (ctx) => {
  const given = answers[ctx.from.id] ?? 0;
  if (given >= 20) return ctx.reply('That is enough for today.');
  await saveAnswer(ctx.from.id, ctx.message.text);
  answers[ctx.from.id] = given + 1;
  return ctx.reply('Thank you.');
});

module.exports.handler = async (event) => bot.handleUpdate(JSON.parse(event.body));
