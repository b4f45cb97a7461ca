import { call, type Response } from '../deliver.js';
import type { Stage, Trial } from '../stage.js';

const ORDER = 'orders/order';

/** Ann's order. */
function openOrders({ world }: Stage): void {
  world.answer(ORDER, ({ query }) => ({ body: { id: query.get('id'), owner: 'ann' } }));
}

const ask = (instance: Parameters<typeof call>[0], user?: string): Promise<Response> =>
  call(instance, 'handler', 'GET', { parameters: { id: 'o1' }, user });

export default {
  scenarios: [
    {
      name: 'somebody who has not signed in asks after Ann has',
      breaks: true,
      run: async (stage) => {
        openOrders(stage);
        const instance = await stage.start();
        const ann = await ask(instance, 'ann');
        if (ann.statusCode !== 200) throw new Error(`Ann was answered ${ann.statusCode}`);
        const stranger = await ask(instance);
        return stranger.statusCode === 200 ? [`a stranger was given ${stranger.body}`] : [];
      },
    },
    {
      name: 'Ann and Bob ask for the same order at the same time, on one instance',
      breaks: true,
      run: async (stage) => {
        openOrders(stage);
        const instance = await stage.start();
        const hold = stage.world.hold('after', ORDER);
        const bob = ask(instance, 'bob');
        await hold.reached;
        const ann = await ask(instance, 'ann');
        hold.release();
        const { statusCode, body } = await bob;
        return [
          ...(statusCode === 200 ? [`Bob was given ${body}`] : []),
          ...(ann.statusCode === 200 ? [] : [`Ann was answered ${ann.statusCode}`]),
        ];
      },
    },
  ],
} satisfies Trial;
