import { LRUCache } from 'lru-cache';

import { countHit } from './figures';

export class Copies<V extends object> {
  private readonly cache = new LRUCache<string, V>({ max: 500, ttl: 60_000 });

  get(key: string): V | undefined {
    const value = this.cache.get(key);
    countHit(value !== undefined);
    return value;
  }

  set(key: string, value: V): void {
    this.cache.set(key, value);
  }

  async getOrLoad(key: string, load: () => Promise<{ value?: V }>): Promise<V | undefined> {
    const copy = this.get(key);
    if (copy !== undefined) return copy;
    const loaded = await load();
    if (loaded.value !== undefined) this.set(key, loaded.value);
    return loaded.value;
  }
}

export const copies = new Copies();
