import { deliver, message } from '../deliver.js';
import type { Instance } from '../platform.js';
import type { Stage, Trial } from '../stage.js';

const HOOKS = 'partner/hooks';
const LIMIT = 3;
const DELIVERIES = 7;

/** The queue delivers until it may forget the message, and counts. */
async function deliverAgainAndAgain(stage: Stage, instanceFor: (receiveCount: number) => Promise<Instance>): Promise<void> {
  for (let receiveCount = 1; receiveCount <= DELIVERIES; receiveCount += 1) {
    const instance = await instanceFor(receiveCount);
    if (await deliver(instance, message({ order: 7 }, { messageId: stage.id, receiveCount }))) return;
  }
}

function parkedAfterTheLimit({ world }: Stage): string[] {
  const [tried, parked] = [world.asked(HOOKS).length, world.done('partner/parked').length];
  return [...(tried === LIMIT ? [] : [`tried ${tried} times`]), ...(parked === 1 ? [] : [`parked ${parked} times`])];
}

export default {
  tables: { DELIVERIES_TABLE: ['id'] },
  scenarios: [
    {
      name: 'a message that always fails meets a fresh instance at every delivery',
      breaks: true,
      run: async (stage) => {
        stage.world.answer(HOOKS, () => ({ status: 422 }));
        await deliverAgainAndAgain(stage, async () => stage.start());
        return parkedAfterTheLimit(stage);
      },
    },
    {
      name: 'a message that always fails meets two instances by turns',
      breaks: true,
      run: async (stage) => {
        stage.world.answer(HOOKS, () => ({ status: 422 }));
        const instances = await Promise.all([stage.start(), stage.start()]);
        await deliverAgainAndAgain(stage, async (receiveCount) => instances[receiveCount % 2]!);
        return parkedAfterTheLimit(stage);
      },
    },
    {
      name: 'every attempt takes its process along',
      breaks: true,
      run: async (stage) => {
        await deliverAgainAndAgain(stage, async () => {
          const instance = await stage.start();
          stage.world.interrupt('after', HOOKS, () => instance.kill());
          return instance;
        });
        return parkedAfterTheLimit(stage);
      },
    },
    {
      name: 'a message that fails once is delivered by the second attempt, and not parked',
      breaks: false,
      run: async (stage) => {
        let calls = 0;
        stage.world.answer(HOOKS, () => ({ status: (calls += 1) === 1 ? 503 : 200 }));
        await deliverAgainAndAgain(stage, async () => stage.start());
        const [done, parked] = [stage.world.done(HOOKS).length, stage.world.asked('partner/parked').length];
        return [...(done === 1 ? [] : [`delivered ${done} times`]), ...(parked === 0 ? [] : ['parked'])];
      },
    },
  ],
} satisfies Trial;
