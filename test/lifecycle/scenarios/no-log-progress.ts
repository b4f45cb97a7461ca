import { deliver, deliverUntilDone, message } from '../deliver.js';
import type { Stage, Trial } from '../stage.js';

const STEPS = ['shipping/charges', 'shipping/bookings', 'shipping/mails'];

const order = ({ id }: Stage): unknown => message({ orderId: id });

function doneOnce({ world }: Stage): string[] {
  return STEPS.flatMap((step) => {
    const times = world.done(step).length;
    return times === 1 ? [] : [`${step} was done ${times} times`];
  });
}

export default {
  tables: { SHIPMENTS_TABLE: ['orderId'] },
  scenarios: [
    {
      name: 'an instance is killed in step 3, and the order comes back',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start();
        stage.world.killAt('before', STEPS[2]!, first);
        await deliver(first, order(stage));
        await deliverUntilDone(await stage.start(), order(stage));
        const times = stage.world.asked(STEPS[0]!).length;
        return [...doneOnce(stage), ...(times === 1 ? [] : [`the card was to be charged ${times} times`])];
      },
    },
    {
      name: 'an instance is killed between the effect of step 2 and its record',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start();
        stage.world.killAt('after', STEPS[1]!, first);
        await deliver(first, order(stage));
        await deliverUntilDone(await stage.start(), order(stage));
        return doneOnce(stage);
      },
    },
    {
      name: 'an order that is done comes back',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start();
        await deliverUntilDone(first, order(stage));
        await first.kill();
        await deliverUntilDone(await stage.start(), order(stage));
        return doneOnce(stage);
      },
    },
  ],
} satisfies Trial;
