import { call } from '../deliver.js';
import type { Instance } from '../platform.js';
import type { Stage, Trial } from '../stage.js';

async function place(instance: Instance, { id }: Stage, item = 'teapot'): Promise<number> {
  return (await call(instance, 'place', 'POST', { body: { id, item } })).statusCode;
}

/** The order as it was confirmed, read from this instance. */
async function found(instance: Instance, { id }: Stage): Promise<string[]> {
  const { statusCode, body } = await call(instance, 'show', 'GET', { parameters: { id } });
  return statusCode === 200 && JSON.parse(body!).item === 'teapot' ? [] : [`a confirmed order: ${statusCode} ${body}`];
}

export default {
  tables: { ORDERS_TABLE: ['id'] },
  scenarios: [
    {
      name: 'an order is placed on one instance and read from another',
      breaks: true,
      run: async (stage) => {
        const [first, second] = await Promise.all([stage.start(), stage.start()]);
        await place(first, stage);
        return found(second, stage);
      },
    },
    {
      name: 'the instance is recycled after it has confirmed an order',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start();
        await place(first, stage);
        await first.kill();
        return found(await stage.start(), stage);
      },
    },
    {
      name: 'a caller who had no answer repeats the request, and a stranger uses the same id',
      breaks: true,
      run: async (stage) => {
        const [first, second] = await Promise.all([stage.start(), stage.start()]);
        const answers = [await place(first, stage), await place(second, stage), await place(second, stage, 'samovar')];
        const expected = [201, 201, 409];
        return [...(answers.join() === expected.join() ? [] : [`answered ${answers.join()}`]), ...(await found(second, stage))];
      },
    },
  ],
} satisfies Trial;
