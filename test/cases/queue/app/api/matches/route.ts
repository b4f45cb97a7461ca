let waiting: string | null = null; // flag: no-memory-queue

export async function POST(request: Request) {
  const { player } = await request.json();
  if (waiting === null) {
    waiting = player;
    return Response.json({ waiting: true });
  }
  const other = waiting;
  waiting = null;
  return Response.json({ players: [other, player] });
}
