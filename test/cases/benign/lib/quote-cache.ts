interface Entry<T> {
  data: T;
  storedAt: number;
  uses: number;
  usedAt: number;
}

export class QuoteCache<T> {
  private readonly cache = new Map<string, Entry<T>>();
  private hitCount = 0;
  private missCount = 0;

  constructor(
    private readonly maxSize = 500,
    private readonly ttl = 60_000,
  ) {}

  get(key: string): T | null {
    const entry = this.cache.get(key);
    const now = Date.now();
    if (!entry || now - entry.storedAt > this.ttl) {
      this.cache.delete(key);
      this.missCount++;
      return null;
    }
    entry.uses++;
    entry.usedAt = now;
    this.hitCount++;
    return entry.data;
  }

  set(key: string, data: T): void {
    const now = Date.now();
    if (this.cache.size >= this.maxSize) this.dropOldest();
    const entry: Entry<T> = { data, storedAt: now, uses: 1, usedAt: now };
    this.cache.set(key, entry);
  }

  rate(): number {
    const total = this.hitCount + this.missCount;
    return total === 0 ? 0 : this.hitCount / total;
  }

  private dropOldest(): void {
    const [oldest] = [...this.cache.entries()].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    if (oldest) this.cache.delete(oldest[0]);
  }
}

export const quotes = new QuoteCache<number>();
