const BERTHS = 40;
let taken = 0; // flag: no-memory-counter

export function takeBerth(): number {
  if (taken >= BERTHS) throw new Error('the harbour is full');
  taken += 1;
  return taken;
}
