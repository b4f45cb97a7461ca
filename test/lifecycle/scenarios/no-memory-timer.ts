import { setTimeout as pause } from 'node:timers/promises';

import { call, deliver } from '../deliver.js';
import type { Instance } from '../platform.js';
import type { Stage, Trial } from '../stage.js';

const RELEASES = 'seats/releases';
const HOLD_MS = 200;
const SHORT_HOLD = { HOLD_MS: String(HOLD_MS) };

async function hold(instance: Instance, { id }: Stage): Promise<void> {
  const { statusCode } = await call(instance, 'hold', 'POST', { body: { id, seat: '14' } });
  if (statusCode !== 201) throw new Error(`the hold was answered with ${statusCode}`);
}

/** The platform's clock, which wakes up an instance where the code has something to do at that time. */
async function minute(...instances: readonly Instance[]): Promise<void> {
  await Promise.all(
    instances.filter(({ handlers }) => handlers.includes('releaseDue')).map((instance) => deliver(instance, {}, 'releaseDue')),
  );
}

function released({ world, id }: Stage, expected: number): string[] {
  const times = world.done(RELEASES).filter(({ body }) => (body as { id: string }).id === id).length;
  return times === expected ? [] : [`released ${times} times, not ${expected}`];
}

export default {
  tables: { HOLDS_TABLE: ['hall', 'due'] },
  scenarios: [
    {
      name: 'an instance is frozen after its answer, and no more requests come',
      breaks: true,
      run: async (stage) => {
        await hold(await stage.start(SHORT_HOLD), stage);
        await pause(3 * HOLD_MS);
        await minute(await stage.start(SHORT_HOLD));
        return released(stage, 1);
      },
    },
    {
      name: 'an instance is recycled while the seat is held, and two instances are woken up',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start(SHORT_HOLD);
        await hold(first, stage);
        await first.kill();
        await pause(3 * HOLD_MS);
        await minute(...(await Promise.all([stage.start(SHORT_HOLD), stage.start(SHORT_HOLD)])));
        return released(stage, 1);
      },
    },
    {
      name: 'the instance that is woken up is killed before the seat is free, and the next minute comes',
      breaks: true,
      run: async (stage) => {
        await hold(await stage.start(SHORT_HOLD), stage);
        await pause(3 * HOLD_MS);
        const killed = await stage.start(SHORT_HOLD);
        stage.world.killAt('before', RELEASES, killed);
        await minute(killed);
        await minute(await stage.start(SHORT_HOLD));
        return released(stage, 1);
      },
    },
    {
      name: 'the hold has not ended: the seat stays held',
      breaks: false,
      run: async (stage) => {
        await hold(await stage.start(), stage);
        await minute(await stage.start());
        return released(stage, 0);
      },
    },
  ],
} satisfies Trial;
