export class BoundedMap<V> {
  private readonly map = new Map<string, V>();

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    return this.map.get(key);
  }

  set(key: string, value: V): void {
    if (this.map.size >= this.most) this.map.delete(this.map.keys().next().value!);
    this.map.set(key, value);
  }
}

export const pictures = new BoundedMap<Uint8Array>(100);
