// The count is made in a variable that is given its value later.
const sent = new Map<string, { count: number; until: number }>(); // flag: no-memory-counter

export function maySend(reader: string): boolean {
  const now = Date.now();
  const known = sent.get(reader);
  let count = 1;
  if (known && known.until > now) {
    count = known.count + 1;
    sent.set(reader, { count, until: known.until });
  } else {
    sent.set(reader, { count, until: now + 3_600_000 });
  }
  return count <= 10;
}
