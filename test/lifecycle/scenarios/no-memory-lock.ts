import { deliver, settledWithin, until } from '../deliver.js';
import type { Stage, Trial } from '../stage.js';
import type { Effect } from '../world.js';

const DUE = 'ledger/due';
const PAYOUTS = 'ledger/payouts';
const SHORT_LEASE = { LEASE_MS: '1000' };

interface Payout {
  readonly id: string;
  readonly fence?: number;
}

/** A ledger with three payouts due. It pays what it is told, and refuses who comes with an old token. */
function openLedger({ world }: Stage): void {
  let highest = 0;
  const paid = new Set<string>();
  world.answer(DUE, ({ query }) => {
    highest = Math.max(highest, Number(query.get('fence')));
    return { body: ['p1', 'p2', 'p3'].filter((id) => !paid.has(id)).map((id) => ({ id, cents: 100 })) };
  });
  world.answer(PAYOUTS, ({ body }) => {
    const { id, fence } = body as Payout;
    if (fence !== undefined && fence < highest) return { status: 409 };
    paid.add(id);
    return {};
  });
}

const idOf = (effect: Effect): string => (effect.body as Payout).id;

function paidOnce({ world }: Stage): string[] {
  return ['p1', 'p2', 'p3'].flatMap((id) => {
    const times = world.done(PAYOUTS).filter((effect) => idOf(effect) === id).length;
    return times === 1 ? [] : [`${id} was paid ${times} times`];
  });
}

export default {
  tables: { LEASES_TABLE: ['name'] },
  scenarios: [
    {
      name: 'the timer fires on two instances at the same time',
      breaks: true,
      run: async (stage) => {
        openLedger(stage);
        const event = { account: stage.id };
        const [first, second] = await Promise.all([stage.start(), stage.start()]);
        const hold = stage.world.hold('before', PAYOUTS);
        const firstRun = deliver(first, event);
        await hold.reached;
        const secondRun = deliver(second, event);
        await settledWithin(secondRun, 500);
        hold.release();
        await Promise.all([firstRun, secondRun]);
        return paidOnce(stage);
      },
    },
    {
      name: 'an owner is frozen, and wakes up after its lease has gone to another',
      breaks: true,
      run: async (stage) => {
        openLedger(stage);
        const event = { account: stage.id };
        const [first, second] = await Promise.all([stage.start(SHORT_LEASE), stage.start(SHORT_LEASE)]);
        const hold = stage.world.hold('after', PAYOUTS);
        const firstRun = deliver(first, event);
        await hold.reached;
        first.freeze();
        await until(async () => {
          await deliver(second, event);
          return new Set(stage.world.done(PAYOUTS).map(idOf)).size === 3;
        });
        first.thaw();
        hold.release();
        await firstRun;
        return paidOnce(stage);
      },
    },
    {
      name: 'an owner wakes up when its successor has read what is due, and paid nothing yet',
      breaks: true,
      run: async (stage) => {
        openLedger(stage);
        const event = { account: stage.id };
        const [first, second] = await Promise.all([stage.start(SHORT_LEASE), stage.start(SHORT_LEASE)]);
        const firstHold = stage.world.hold('after', PAYOUTS);
        const firstRun = deliver(first, event);
        await firstHold.reached;
        first.freeze();
        const secondHold = stage.world.hold('after', DUE);
        const paid = until(async () => {
          await deliver(second, event);
          return new Set(stage.world.done(PAYOUTS).map(idOf)).size === 3;
        });
        await secondHold.reached;
        first.thaw();
        firstHold.release();
        await firstRun;
        secondHold.release();
        await paid;
        return paidOnce(stage);
      },
    },
    {
      name: 'an owner is killed in the middle, and a later run pays the rest',
      breaks: false,
      run: async (stage) => {
        openLedger(stage);
        const event = { account: stage.id };
        const first = await stage.start(SHORT_LEASE);
        stage.world.killAt('after', PAYOUTS, first);
        await deliver(first, event);
        const second = await stage.start(SHORT_LEASE);
        await until(async () => {
          await deliver(second, event);
          return stage.world.done(PAYOUTS).length >= 3;
        });
        return paidOnce(stage);
      },
    },
  ],
} satisfies Trial;
