import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export class Breaker {
  constructor(private readonly name: string, private readonly limit = 5) {}

  private get key(): string {
    return `breaker:${this.name}`;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    const failures = (await redis.get<number>(this.key)) ?? 0;
    if (failures >= this.limit) throw new Error(`${this.name} is open`);
    try {
      const result = await call();
      await redis.del(this.key);
      return result;
    } catch (error) {
      await redis.multi().incr(this.key).expire(this.key, 30).exec();
      throw error;
    }
  }
}
