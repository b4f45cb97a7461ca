import { createStorage, prefixStorage } from 'unstorage';
import memoryDriver from 'unstorage/drivers/memory';

interface Line {
  sku: string;
  pieces: number;
}

const storage = createStorage({ driver: memoryDriver() }); // flag: no-memory-store
const baskets = prefixStorage<Line[]>(storage, 'baskets');

export async function addLine(visitor: string, line: Line): Promise<Line[]> {
  const lines = [...((await baskets.getItem(visitor)) ?? []), line];
  await baskets.setItem(visitor, lines);
  return lines;
}

export async function emptyBasket(visitor: string): Promise<void> {
  await baskets.removeItem(visitor);
}
