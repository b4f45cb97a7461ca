class HarbourBook {
  constructor(private readonly entries: Map<string, { ship: string; berth: number }>) {}

  look(id: string) {
    return this.entries.get(id) ?? null;
  }
}

const book = new HarbourBook(new Map([['a1', { ship: 'Anna', berth: 1 }]]));

export const GET = async (request: Request) => Response.json(book.look(new URL(request.url).searchParams.get('id')!));
