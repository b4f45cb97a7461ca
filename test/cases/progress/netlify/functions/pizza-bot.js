const { Telegraf } = require('telegraf');
const { orderPizza } = require('../../src/pizzeria');

const bot = new Telegraf(process.env.TELEGRAM_TOKEN);
const steps = {}; // flag: no-memory-progress

bot.start(async (ctx) => {
  steps[ctx.chat.id] = 'topping';
  await ctx.reply('Which topping?');
});

bot.on('text', async (ctx) => {
  switch (steps[ctx.chat.id]) {
    case 'topping':
      await orderPizza.chooseTopping(ctx.chat.id, ctx.message.text);
      steps[ctx.chat.id] = 'address';
      return ctx.reply('Which address?');
    case 'address':
      await orderPizza.deliverTo(ctx.chat.id, ctx.message.text);
      steps[ctx.chat.id] = 'done';
      return ctx.reply('Your pizza is on its way.');
    default:
      return ctx.reply('Send /start to order a pizza.');
  }
});

exports.handler = async (event) => {
  await bot.handleUpdate(JSON.parse(event.body));
  return { statusCode: 200, body: '' };
};
