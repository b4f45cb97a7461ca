import { insertOrder, type Draft } from './orders-table';

class Sequence {
  #last = 10_000; // flag: no-memory-counter

  get next(): string {
    return `O-${(this.#last += 1).toString().padStart(8, '0')}`;
  }
}

const numbers = new Sequence();

export async function createOrder(draft: Draft): Promise<string> {
  const number = numbers.next;
  await insertOrder({ ...draft, number });
  return number;
}
