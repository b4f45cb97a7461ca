import { ask } from './ask';

export interface Hold {
  /** Made by the caller, so that a repeated request is the same hold. */
  id: string;
  seat: string;
}

export async function holdSeat(hold: Hold): Promise<void> {
  await ask('POST', `${process.env.SEATS_URL}/holds`, hold, hold.id);
}

/** Changes nothing where the hold was never made, has been bought or is released. */
export async function releaseHold(id: string): Promise<void> {
  await ask('POST', `${process.env.SEATS_URL}/releases`, { id }, id);
}
