import type { Ship } from './ships';

/** Made for one plan: other files say for how long it lives, and nothing here asks what happened before. */
export class BerthPlan {
  #tried = new Set<string>();
  #rejected = 0;

  constructor(private readonly berths: readonly string[]) {}

  place(ship: Ship): string | undefined {
    for (const berth of this.berths) {
      if (this.#tried.has(`${ship.id}:${berth}`)) continue;
      this.#tried.add(`${ship.id}:${berth}`);
      if (ship.draught <= 8) return berth;
      this.#rejected += 1;
    }
    if (this.#rejected > 20) throw new Error('the plan has no room');
    return undefined;
  }
}
