// Each bot is logged in from this process; what is kept beside it says who that is.
const { createClient } = require('chat-bots');

const bots = new Map();

exports.logIn = async function logIn(id, account) {
  const bot = createClient(account);
  bot.on('message', (message) => bot.reply(message, 'hello'));
  bot.on('login', () => {
    const known = bots.get(id);
    if (known) known.name = account.name;
  });
  bots.set(id, { bot, account, isWelcome: false });
  await bot.login();
};

exports.say = async function say(id, text) {
  const known = bots.get(id);
  if (!known) return { sent: false, reason: 'not logged in' };
  await known.bot.send(known.account, text);
  return { sent: true, as: known.name };
};
