import { buoys, type Buoy } from './buoys';

let byName: Map<string, Buoy> | null = null;
let byWord: { words: string[]; buoy: Buoy }[] | null = null;

function buildIndex(): void {
  byName = new Map();
  byWord = [];
  for (const buoy of Object.values(buoys)) {
    if (!byName.has(buoy.name)) byName.set(buoy.name, buoy);
    byWord.push({ words: buoy.name.split(' '), buoy });
  }
  byWord.sort((a, b) => a.words.length - b.words.length);
}

export function findBuoy(name: string): Buoy | undefined {
  if (!byName || !byWord) buildIndex();
  return byName!.get(name) ?? byWord!.find(({ words }) => words.includes(name))?.buoy;
}

export function forgetIndex(): void {
  byName = null;
  byWord = null;
}
