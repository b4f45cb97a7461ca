import { callHook, switchOff } from './hook-client';

class Tally {
  private readonly counts = new Map<string, number>(); // flag: no-memory-retry

  another(url: string): number {
    const next = (this.counts.get(url) ?? 0) + 1;
    this.counts.set(url, next);
    return next;
  }

  forget(url: string): void {
    this.counts.delete(url);
  }
}

const tally = new Tally();

export const handler = async (event: { url: string; body: string }) => {
  try {
    await callHook(event.url, event.body);
    tally.forget(event.url);
  } catch (error) {
    if (tally.another(event.url) < 20) throw error;
    await switchOff(event.url);
  }
};
