// Nothing shows that a server keeps these, nobody asks for one of them, and the oldest are dropped.
interface Signal {
  flag: string;
  at: number;
}

const latest: Signal[] = [];

export function hoist(flag: string): void {
  latest.push({ flag, at: Date.now() });
  if (latest.length > 50) latest.shift();
}

export function lastSignals(): readonly Signal[] {
  return [...latest];
}
