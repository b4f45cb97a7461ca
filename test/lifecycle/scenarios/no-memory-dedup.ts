import { deliver, deliverUntilDone, message, settledWithin } from '../deliver.js';
import type { Stage, Trial } from '../stage.js';

const CHARGES = 'payments/charges';
const SHORT_LEASE = { LEASE_MS: '1000' };

const order = ({ id }: Stage): unknown => message({ id: `order-${id}`, cents: 4200 });

function chargedOnce({ world }: Stage): string[] {
  const times = world.done(CHARGES).length;
  return times === 1 ? [] : [`charged ${times} times`];
}

/** Where the claim is what decides, and not the last resort at the other side. */
function askedOnce({ world }: Stage): string[] {
  const times = world.asked(CHARGES).length;
  return times === 1 ? [] : [`asked to charge ${times} times`];
}

export default {
  tables: { CLAIMS_TABLE: ['id'] },
  scenarios: [
    {
      name: 'a message is delivered again after its instance was recycled',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start();
        await deliverUntilDone(first, order(stage));
        await first.kill();
        await deliverUntilDone(await stage.start(), order(stage));
        return askedOnce(stage);
      },
    },
    {
      name: 'two instances are given the same message at the same time',
      breaks: true,
      run: async (stage) => {
        const [first, second] = await Promise.all([stage.start(), stage.start()]);
        const hold = stage.world.hold('before', CHARGES);
        const firstDelivery = deliver(first, order(stage));
        await hold.reached;
        const secondDelivery = deliver(second, order(stage));
        await settledWithin(secondDelivery, 500);
        hold.release();
        await Promise.all([firstDelivery, secondDelivery]);
        await deliverUntilDone(second, order(stage));
        return askedOnce(stage);
      },
    },
    {
      name: 'an instance is killed right after the charge, and the message comes back',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start(SHORT_LEASE);
        stage.world.killAt('after', CHARGES, first);
        await deliver(first, order(stage));
        await deliverUntilDone(await stage.start(SHORT_LEASE), order(stage));
        return chargedOnce(stage);
      },
    },
    {
      name: 'an instance is frozen over the end of its claim, and charges when it wakes up',
      breaks: true,
      run: async (stage) => {
        const [first, second] = await Promise.all([stage.start(SHORT_LEASE), stage.start(SHORT_LEASE)]);
        const hold = stage.world.hold('before', CHARGES);
        const firstDelivery = deliver(first, order(stage));
        await hold.reached;
        first.freeze();
        await deliverUntilDone(second, order(stage));
        first.thaw();
        hold.release();
        await firstDelivery;
        return chargedOnce(stage);
      },
    },
    {
      name: 'an instance is killed between its claim and the charge, and the message comes back',
      breaks: false,
      run: async (stage) => {
        const first = await stage.start(SHORT_LEASE);
        stage.world.killAt('before', CHARGES, first);
        await deliver(first, order(stage));
        await deliverUntilDone(await stage.start(SHORT_LEASE), order(stage));
        return chargedOnce(stage);
      },
    },
  ],
} satisfies Trial;
