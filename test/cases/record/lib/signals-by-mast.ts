interface Signal {
  mast: string;
  flag: string;
}

const hoisted: Signal[] = []; // flag: no-memory-record

export function hoist(mast: string, flag: string): void {
  hoisted.push({ mast, flag });
  if (hoisted.length > 50) hoisted.shift();
}

export function shownOn(mast: string): Signal | undefined {
  return hoisted.find((signal) => signal.mast === mast);
}
