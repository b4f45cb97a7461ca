import { kv } from './kv';

class KvStore {
  add(key: string): Promise<number> {
    return kv.incr(key);
  }
}

class MemoryStore {
  private readonly values = new Map<string, number>();

  async add(key: string): Promise<number> {
    this.values.set(key, (this.values.get(key) ?? 0) + 1);
    return this.values.get(key)!;
  }
}

// Made for tests, and for one of them at a time.
export const forTest = () => new MemoryStore();

class Limiter {
  private store: KvStore;

  constructor() {
    this.store = new KvStore();
  }

  async isAllowed(visitor: string): Promise<boolean> {
    return (await this.store.add(visitor)) <= 60;
  }
}

export const limiter = new Limiter();
