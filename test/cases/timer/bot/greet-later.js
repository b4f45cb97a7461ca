const { Telegraf } = require('telegraf');
const { greetNewcomer } = require('./greetings');

const bot = new Telegraf(process.env.BOT_TOKEN);

bot.on('message', async (ctx) => {
  await ctx.reply('Welcome!');
  setImmediate(() => { // flag: no-memory-timer
    Promise.resolve()
      .then(() => greetNewcomer(ctx.chat.id))
      .catch((error) => console.error(error));
  });
});

module.exports.handler = async (event) => bot.handleUpdate(JSON.parse(event.body));
