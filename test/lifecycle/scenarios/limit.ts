// A limit of five, told from outside: of twelve requests five are let through, however many instances share them.

import { call, type Response } from '../deliver.js';
import type { Scenario, Stage } from '../stage.js';
import type { Instance } from '../platform.js';

const LIMIT = 5;

const ask = (instance: Instance, { id }: Stage): Promise<Response> =>
  call(instance, 'handler', 'POST', { body: { account: id, prompt: 'a poem about state' } });

function letThrough(responses: readonly Response[]): string[] {
  const unexpected = responses.filter(({ statusCode }) => statusCode !== 200 && statusCode !== 429);
  if (unexpected.length > 0) throw new Error(`answered ${unexpected[0]!.statusCode}: ${unexpected[0]!.body}`);
  const allowed = responses.filter(({ statusCode }) => statusCode === 200).length;
  return allowed === LIMIT ? [] : [`${allowed} requests were let through`];
}

export const limitScenarios: readonly Scenario[] = [
  {
    name: 'two instances share the requests of an account, all at once',
    breaks: true,
    run: async (stage) => {
      const instances = await Promise.all([stage.start(), stage.start()]);
      return letThrough(await Promise.all(Array.from({ length: 12 }, (_, index) => ask(instances[index % 2]!, stage))));
    },
  },
  {
    name: 'the instance is recycled before the limit is reached',
    breaks: true,
    run: async (stage) => {
      const responses: Response[] = [];
      const first = await stage.start();
      for (let request = 0; request < 4; request += 1) responses.push(await ask(first, stage));
      await first.kill();
      const second = await stage.start();
      for (let request = 0; request < 4; request += 1) responses.push(await ask(second, stage));
      return letThrough(responses);
    },
  },
];
