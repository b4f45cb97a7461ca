import { convert, type Format } from './converter';

interface Conversion {
  state: 'waiting' | 'running' | 'done' | 'failed';
  pages: number;
}

class Conversions {
  #all: Record<string, Conversion> = Object.create(null); // flag: no-memory-progress

  #patch(id: string, change: Partial<Conversion>): void {
    this.#all[id] = { ...(this.#all[id] ?? { state: 'waiting', pages: 0 }), ...change };
  }

  async run(id: string, format: Format): Promise<void> {
    this.#patch(id, { state: 'running' });
    try {
      for await (const page of convert(id, format)) {
        this.#patch(id, { pages: page.number });
      }
      this.#patch(id, { state: 'done' });
    } catch (error) {
      this.#patch(id, { state: 'failed' });
      throw error;
    }
  }

  of(id: string): Conversion | undefined {
    return this.#all[id];
  }
}

export const conversions = new Conversions();
