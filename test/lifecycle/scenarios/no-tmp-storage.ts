import { call } from '../deliver.js';
import type { Instance } from '../platform.js';
import type { Stage, Trial } from '../stage.js';

function openReports({ world }: Stage): void {
  world.answer('reports/rows', () => ({ body: [{ account: 'a', cents: 100 }] }));
}

async function create(instance: Instance, { id }: Stage): Promise<void> {
  const { statusCode, body } = await call(instance, 'create', 'POST', { body: { month: id } });
  if (statusCode !== 201) throw new Error(`the report was answered with ${statusCode} ${body}`);
}

async function found(instance: Instance, { id }: Stage): Promise<string[]> {
  const { statusCode, body } = await call(instance, 'download', 'GET', { parameters: { month: id } });
  return statusCode === 200 && body === 'account;cents\na;100' ? [] : [`a report that was made: ${statusCode} ${body}`];
}

export default {
  scenarios: [
    {
      name: 'a report is made on one instance and downloaded from another',
      breaks: true,
      run: async (stage) => {
        openReports(stage);
        const [first, second] = await Promise.all([stage.start(), stage.start()]);
        await create(first, stage);
        return found(second, stage);
      },
    },
    {
      name: 'the instance is recycled after it has made the report',
      breaks: true,
      run: async (stage) => {
        openReports(stage);
        const first = await stage.start();
        await create(first, stage);
        await first.kill();
        return found(await stage.start(), stage);
      },
    },
    {
      name: 'the report is made twice: there is one, and it is whole',
      breaks: false,
      run: async (stage) => {
        openReports(stage);
        const first = await stage.start();
        await create(first, stage);
        await create(first, stage);
        return found(first, stage);
      },
    },
  ],
} satisfies Trial;
