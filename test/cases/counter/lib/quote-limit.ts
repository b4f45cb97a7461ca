interface Entry {
  since: number;
  uses: number;
}

export class QuoteLimit {
  private readonly callers = new Map<string, Entry>(); // flag: no-memory-counter

  take(caller: string): boolean {
    const now = Date.now();
    const entry = this.callers.get(caller);
    if (!entry || now - entry.since > 60_000) {
      this.callers.set(caller, { since: now, uses: 1 });
      return true;
    }
    entry.uses++;
    return entry.uses <= 30;
  }
}

export const quoteLimit = new QuoteLimit();
