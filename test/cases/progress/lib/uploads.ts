import type { Redis } from 'ioredis';

export class Uploads {
  constructor(private readonly states: Redis) {}

  async start(id: string, parts: number): Promise<void> {
    await this.states.hset(`upload:${id}`, { status: 'uploading', parts, received: 0 });
  }

  async received(id: string): Promise<void> {
    const received = await this.states.hincrby(`upload:${id}`, 'received', 1);
    const parts = Number(await this.states.hget(`upload:${id}`, 'parts'));
    if (received === parts) await this.states.hset(`upload:${id}`, { status: 'complete' });
  }

  status(id: string): Promise<string | null> {
    return this.states.hget(`upload:${id}`, 'status');
  }
}
