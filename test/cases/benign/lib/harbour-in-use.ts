import type { Harbour } from './harbour';

let inUse: Harbour | null = null;

export function useHarbour(harbour: Harbour): void {
  inUse = harbour;
}

export function harbour(): Harbour {
  if (!inUse) throw new Error('call useHarbour first');
  return inUse;
}

export function forgetHarbour(): void {
  inUse = null;
}
