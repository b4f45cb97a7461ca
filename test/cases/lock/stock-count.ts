import type { ScheduledHandler } from 'aws-lambda';
import { countShelves, publishCounts } from './shelves';

class Turnstile {
  static #taken: boolean; // flag: no-memory-lock

  static {
    Turnstile.#taken = false;
  }

  static async pass(work: () => Promise<void>): Promise<boolean> {
    if (Turnstile.#taken) return false;
    Turnstile.#taken = true;
    try {
      await work();
    } finally {
      Turnstile.#taken = false;
    }
    return true;
  }
}

export const handler: ScheduledHandler = async () => {
  await Turnstile.pass(async () => publishCounts(await countShelves()));
};
