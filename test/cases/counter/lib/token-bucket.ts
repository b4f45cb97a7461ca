interface Bucket {
  tokens: number;
  at: number;
}

class TokenBuckets {
  readonly #buckets: Record<string, Bucket | undefined> = {}; // flag: no-memory-counter

  constructor(private readonly size: number, private readonly perSecond: number) {}

  take(address: string, now = Date.now()): boolean {
    const bucket = this.#buckets[address] ?? { tokens: this.size, at: now };
    const tokens = Math.min(this.size, bucket.tokens + ((now - bucket.at) / 1000) * this.perSecond);
    const granted = tokens >= 1;
    this.#buckets[address] = { tokens: granted ? tokens - 1 : tokens, at: now };
    return granted;
  }
}

const buckets = new TokenBuckets(20, 2);

export const mayCall = (request: Request): boolean => buckets.take(request.headers.get('x-real-ip') ?? 'unknown');
