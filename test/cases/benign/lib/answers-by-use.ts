class AnswerCache {
  private readonly cache = new Map<string, { answer: string; until: number }>();
  private order: string[] = [];

  get(key: string): string | null {
    const entry = this.cache.get(key);
    if (!entry || Date.now() > entry.until) return null;
    this.touch(key);
    return entry.answer;
  }

  set(key: string, answer: string): void {
    if (this.cache.size >= 200) this.dropOldest();
    this.cache.set(key, { answer, until: Date.now() + 60_000 });
    this.touch(key);
  }

  private touch(key: string): void {
    this.order = this.order.filter((known) => known !== key);
    this.order.push(key);
  }

  private dropOldest(): void {
    const oldest = this.order.shift();
    if (oldest) this.cache.delete(oldest);
  }
}

export const answers = new AnswerCache();
