interface Signal {
  flag: string;
  at: number;
}

const latest: Signal[] = []; // flag: no-memory-record

export function hoist(flag: string): void {
  latest.push({ flag, at: Date.now() });
  if (latest.length > 50) latest.shift();
}

export function lastSignals(): readonly Signal[] {
  return [...latest];
}
