import { fetchPartner } from './partners';

const board: { id: string; name: string }[] = []; // flag: no-memory-record

export async function pin(id: string): Promise<void> {
  board.push(await fetchPartner(id));
}

export function pinned(): readonly { id: string; name: string }[] {
  return board;
}
