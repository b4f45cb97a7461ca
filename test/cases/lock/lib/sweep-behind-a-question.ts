import { isSweepingAllowed } from './settings';
import { sweepHarbour } from './harbour';

let isSweeping = false; // flag: no-memory-lock

export async function sweep(): Promise<void> {
  if (isSweeping) return;
  if (!(await isSweepingAllowed('harbour'))) return;
  isSweeping = true;
  try {
    await sweepHarbour();
  } finally {
    isSweeping = false;
  }
}
