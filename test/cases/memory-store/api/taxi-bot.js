const { session, Telegraf } = require('telegraf');
const { orderTaxi } = require('../lib/taxis');

const bot = new Telegraf(process.env.BOT_TOKEN);

bot.use(session()); // flag: no-memory-store

bot.on('location', async (ctx) => {
  ctx.session ??= {};
  ctx.session.from = ctx.message.location;
  await ctx.reply('Where are you going?');
});

bot.on('text', async (ctx) => {
  const ride = await orderTaxi(ctx.session?.from, ctx.message.text);
  await ctx.reply(`Your taxi comes in ${ride.minutes} minutes.`);
});

module.exports = async (req, res) => {
  await bot.handleUpdate(req.body);
  res.status(200).end();
};
