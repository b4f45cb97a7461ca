const messageCounters = new Map<string, { sent: number }>(); // flag: no-memory-counter

export function noteMessage(chat: string): void {
  messageCounters.set(chat, { sent: (messageCounters.get(chat)?.sent ?? 0) + 1 });
}

export function maySend(chat: string): boolean {
  return (messageCounters.get(chat)?.sent ?? 0) < 20;
}
