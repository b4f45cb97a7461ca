const restartCounters = new Map<string, { attempts: number }>(); // flag: no-memory-retry

export function noteRestart(bot: string): void {
  restartCounters.set(bot, { attempts: (restartCounters.get(bot)?.attempts ?? 0) + 1 });
}

export function mayRestart(bot: string): boolean {
  return (restartCounters.get(bot)?.attempts ?? 0) < 5;
}

export function forgetRestarts(bot: string): void {
  restartCounters.delete(bot);
}
