import { Telegraf } from 'telegraf';
import { replyWithMenu } from './menu';

let bot: Telegraf | undefined;

export const ensureBot = async () => {
  if (bot) return bot;
  const made = new Telegraf(process.env.BOT_TOKEN!);
  made.start(replyWithMenu);
  made.launch().then(() => console.log('bot is up'));
  bot = made;
  return made;
};
