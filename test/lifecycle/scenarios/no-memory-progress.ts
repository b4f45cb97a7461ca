import { call, deliver, deliverUntilDone, message, settledWithin } from '../deliver.js';
import type { Stage, Trial } from '../stage.js';

const STEPS = ['warehouse/copies', 'warehouse/loads', 'warehouse/publications'];

const job = ({ id }: Stage): unknown => message({ id });

/** Each step has had its effect once. */
function doneOnce({ world }: Stage): string[] {
  return STEPS.flatMap((step) => {
    const times = world.done(step).length;
    return times === 1 ? [] : [`${step} was done ${times} times`];
  });
}

export default {
  tables: { JOBS_TABLE: ['id'] },
  scenarios: [
    {
      name: 'an instance is killed in step 2, and the next one does not begin with step 1',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start();
        stage.world.killAt('before', STEPS[1]!, first);
        await deliver(first, job(stage), 'work');
        await deliverUntilDone(await stage.start(), job(stage), 'work');
        const times = stage.world.asked(STEPS[0]!).length;
        return [...doneOnce(stage), ...(times === 1 ? [] : [`step 1 was begun ${times} times`])];
      },
    },
    {
      name: 'an instance is killed between the effect of step 2 and its record',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start();
        stage.world.killAt('after', STEPS[1]!, first);
        await deliver(first, job(stage), 'work');
        await deliverUntilDone(await stage.start(), job(stage), 'work');
        return doneOnce(stage);
      },
    },
    {
      name: 'two instances are given the same job at the same time',
      breaks: true,
      run: async (stage) => {
        const [first, second] = await Promise.all([stage.start(), stage.start()]);
        const hold = stage.world.hold('before', STEPS[1]!);
        const firstRun = deliver(first, job(stage), 'work');
        await hold.reached;
        const secondRun = deliver(second, job(stage), 'work');
        await settledWithin(secondRun, 500);
        hold.release();
        await Promise.all([firstRun, secondRun]);
        await deliverUntilDone(second, job(stage), 'work');
        return doneOnce(stage);
      },
    },
    {
      name: 'another instance is asked how far the job is, while it runs and when it is done',
      breaks: true,
      run: async (stage) => {
        const [worker, other] = await Promise.all([stage.start(), stage.start()]);
        const parameters = { id: stage.id };
        const hold = stage.world.hold('before', STEPS[1]!);
        const run = deliver(worker, job(stage), 'work');
        await hold.reached;
        const midway = await call(other, 'status', 'GET', { parameters });
        hold.release();
        await run;
        await worker.kill();
        const end = await call(other, 'status', 'GET', { parameters });
        return [
          ...(midway.body?.includes('"percent":33') ? [] : [`midway it said ${midway.statusCode} ${midway.body}`]),
          ...(end.body?.includes('"percent":100') ? [] : [`at the end it said ${end.statusCode} ${end.body}`]),
        ];
      },
    },
  ],
} satisfies Trial;
