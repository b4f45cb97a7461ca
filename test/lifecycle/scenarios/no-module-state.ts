import { setTimeout as pause } from 'node:timers/promises';

import { call } from '../deliver.js';
import type { Instance } from '../platform.js';
import type { Stage, Trial } from '../stage.js';

const MAX_AGE_MS = 200;

const environment = ({ id }: Stage): Record<string, string> => ({ SWITCH_NAME: id, MAX_AGE_MS: String(MAX_AGE_MS) });

/** After the time that a copy of the switch may be old. */
async function statuses(instances: readonly Instance[]): Promise<number[]> {
  await pause(2 * MAX_AGE_MS);
  return Promise.all(instances.map(async (instance) => (await call(instance, 'handler', 'GET')).statusCode));
}

const allAre = (expected: number, found: readonly number[]): string[] =>
  found.every((status) => status === expected) ? [] : [`answered ${found.join(' and ')}, not ${expected}`];

export default {
  tables: { SWITCHES_TABLE: ['name'] },
  scenarios: [
    {
      name: 'one instance closes the shop, the other opens it',
      breaks: true,
      run: async (stage) => {
        const instances = await Promise.all([stage.start(environment(stage)), stage.start(environment(stage))]);
        await statuses(instances);
        await call(instances[0], 'switchMaintenance', 'PUT');
        const closed = allAre(503, await statuses(instances));
        await call(instances[1], 'switchMaintenance', 'DELETE');
        return [...closed, ...allAre(200, await statuses(instances))];
      },
    },
    {
      name: 'the instance that has closed the shop is recycled',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start(environment(stage));
        await call(first, 'switchMaintenance', 'PUT');
        await first.kill();
        return allAre(503, await statuses([await stage.start(environment(stage))]));
      },
    },
  ],
} satisfies Trial;
