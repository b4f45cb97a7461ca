import { kv } from './kv';

class KvStore {
  get(key: string): Promise<string | null> {
    return kv.get(key);
  }

  add(key: string): Promise<number> {
    return kv.incr(key);
  }
}

class MemoryStore {
  private readonly values = new Map<string, { value: string; until: number }>(); // flag: no-memory-counter

  async get(key: string): Promise<string | null> {
    const entry = this.values.get(key);
    if (!entry || entry.until < Date.now()) return null;
    return entry.value;
  }

  async set(key: string, value: string): Promise<void> {
    this.values.set(key, { value, until: Date.now() + 60_000 });
  }

  // Counts by way of its own reading and writing.
  async add(key: string): Promise<number> {
    const current = await this.get(key);
    const next = current ? parseInt(current) + 1 : 1;
    await this.set(key, next.toString());
    return next;
  }
}

const memoryStore = new MemoryStore();
const kvStore = process.env.KV_URL ? new KvStore() : null;

class Limiter {
  private store: KvStore | MemoryStore;

  constructor() {
    this.store = kvStore || memoryStore;
  }

  async isAllowed(visitor: string): Promise<boolean> {
    return (await this.store.add(visitor)) <= 60;
  }
}

export const limiter = new Limiter();
