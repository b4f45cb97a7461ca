import type { Context } from 'telegraf';

let lastChat: Context | undefined; // flag: no-request-leak

export function setLastChat(context: Context): void {
  lastChat = context;
}

export function useLastChat(): Context | undefined {
  return lastChat;
}
