class HarbourBook {
  constructor(private readonly entries: Map<string, { ship: string; berth: number }>) {} // flag: no-memory-record

  enter(id: string, entry: { ship: string; berth: number }) {
    this.entries.set(id, entry);
  }

  look(id: string) {
    return this.entries.get(id) ?? null;
  }
}

const book = new HarbourBook(new Map());

export const PUT = async (request: Request) => {
  const { id, ship, berth } = (await request.json()) as { id: string; ship: string; berth: number };
  book.enter(id, { ship, berth });
  return Response.json({ id });
};

export const GET = async (request: Request) => Response.json(book.look(new URL(request.url).searchParams.get('id')!));
