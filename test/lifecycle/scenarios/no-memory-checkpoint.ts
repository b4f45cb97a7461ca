import { deliver, settledWithin } from '../deliver.js';
import { tableName, type Stage, type Trial } from '../stage.js';

const INVOICES = 'billing/invoices';
const ISSUED = ['i1', 'i2', 'i3', 'i4', 'i5'];
const PAGE = 2;

/** A source with five invoices, two a page; the cursor is the last id. */
function openBilling({ world }: Stage): void {
  world.answer(INVOICES, ({ query }) => {
    const after = query.get('after')!;
    const items = ISSUED.filter((id) => id > after).slice(0, PAGE);
    return { body: { items: items.map((id) => ({ id, cents: 100 })), nextCursor: items.at(-1) ?? after } };
  });
}

/** What has been stored, wherever the example stores it. */
async function stored({ file, world, postgres, dynamodb, id }: Stage): Promise<string[]> {
  if (file === 'before.ts') {
    return world
      .done('archive/invoices')
      .flatMap(({ body }) => (body as { invoices: { id: string }[] }).invoices.map((invoice) => invoice.id));
  }
  if (file.includes('postgres')) {
    return (await postgres.query('SELECT id FROM invoices WHERE source = $1', [id])).map((row) => row['id'] as string);
  }
  const items = await dynamodb.scan(tableName('no-memory-checkpoint', 'INVOICES_TABLE'));
  return items.filter(({ source }) => source === id).map((item) => item['id'] as string);
}

async function storedOnce(stage: Stage): Promise<string[]> {
  const ids = await stored(stage);
  return ISSUED.flatMap((id) => {
    const times = ids.filter((found) => found === id).length;
    return times === 1 ? [] : [`${id} was stored ${times} times`];
  });
}

export default {
  tables: { CHECKPOINTS_TABLE: ['source'], INVOICES_TABLE: ['source', 'id'] },
  scenarios: [
    {
      name: 'every run is on a fresh instance',
      breaks: true,
      run: async (stage) => {
        openBilling(stage);
        for (let run = 0; run < 4; run += 1) {
          const instance = await stage.start();
          await instance.invoke('handler', { source: stage.id });
          await instance.kill();
        }
        return storedOnce(stage);
      },
    },
    {
      name: 'two instances poll at the same time',
      breaks: true,
      run: async (stage) => {
        openBilling(stage);
        const event = { source: stage.id };
        const [first, second] = await Promise.all([stage.start(), stage.start()]);
        const hold = stage.world.hold('after', INVOICES);
        const firstRun = deliver(first, event);
        await hold.reached;
        const secondRun = deliver(second, event);
        await settledWithin(secondRun, 500);
        hold.release();
        await Promise.all([firstRun, secondRun]);
        for (let run = 0; run < 3; run += 1) await second.invoke('handler', event);
        return storedOnce(stage);
      },
    },
    {
      name: 'an instance is killed with a page in its hands',
      breaks: true,
      run: async (stage) => {
        openBilling(stage);
        const event = { source: stage.id };
        const first = await stage.start();
        await first.invoke('handler', event);
        stage.world.killAt('after', INVOICES, first);
        await deliver(first, event);
        const second = await stage.start();
        for (let run = 0; run < 3; run += 1) await second.invoke('handler', event);
        return storedOnce(stage);
      },
    },
  ],
} satisfies Trial;
