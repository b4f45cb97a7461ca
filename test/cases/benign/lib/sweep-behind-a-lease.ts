// The flag saves a trip; what keeps other instances out is the lease in the database.
import { sweepLocks } from './locks';
import { sweepHarbour } from './harbour';

let isSweeping = false;

export async function sweep(): Promise<void> {
  if (isSweeping) return;
  if (!(await sweepLocks.acquire('harbour'))) return;
  isSweeping = true;
  try {
    await sweepHarbour();
  } finally {
    isSweeping = false;
    await sweepLocks.release('harbour');
  }
}
