import { insertOrder, type Draft } from '../../orders-table';

class Sequence {
  #last = 10_000; // flag: no-memory-counter

  get next(): string {
    return `O-${(this.#last += 1).toString().padStart(8, '0')}`;
  }
}

const numbers = new Sequence();

export async function POST(request: Request): Promise<Response> {
  const number = numbers.next;
  await insertOrder({ ...((await request.json()) as Draft), number });
  return Response.json({ number }, { status: 201 });
}
