interface Window {
  count: number;
  until: number;
}

export class QuayLimiter {
  private readonly windows = new Map<string, Window>(); // flag: no-memory-counter

  constructor(private readonly max: number) {}

  isAllowed(visitor: string): boolean {
    const now = Date.now();
    const window = this.windows.get(visitor);
    if (!window || now > window.until) {
      this.windows.set(visitor, { count: 1, until: now + 60_000 });
      return true;
    }
    if (window.count >= this.max) return false;
    window.count += 1;
    return true;
  }
}
