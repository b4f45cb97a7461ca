// The number that the field begins with is not the one that is counted down.
import { fetchTides } from './tides';

const MOST_TRIES = 16;

class Budget {
  #left: number;

  constructor(limit: number) {
    this.#left = limit;
  }

  spend(): void {
    if (this.#left <= 0) throw new Error('no tries left');
    this.#left--;
  }
}

export async function loadTides(harbours: string[], options: { tries?: number }): Promise<unknown[]> {
  const budget = new Budget(options.tries ?? MOST_TRIES);
  const tides: unknown[] = [];
  for (const harbour of harbours) {
    budget.spend();
    tides.push(await fetchTides(harbour));
  }
  return tides;
}
