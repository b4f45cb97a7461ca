const visitors = new Map<string, { name: string; since: number }>(); // flag: no-memory-record

export function enter(badge: string, name: string): void {
  if (visitors.has(badge)) throw new Error(`badge ${badge} is in already`);
  visitors.set(badge, { name, since: Date.now() });
}

export function leave(badge: string): void {
  visitors.delete(badge);
}

export function whoIsIn(): string[] {
  return [...visitors.values()].map(({ name }) => name);
}
