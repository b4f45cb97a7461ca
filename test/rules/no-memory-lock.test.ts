import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryLock } from '../../rules/no-memory-lock.js';

const tester = new RuleTester();

tester.run('no-memory-lock: flags and keys', noMemoryLock, {
  valid: [
    {
      name: 'a running flag of one invocation',
      code: `
import { buildReport } from './reports';
export const handler = async (event) => {
  let isRunning = false;
  for (const day of event.days) {
    if (isRunning) continue;
    isRunning = true;
    await buildReport(day);
    isRunning = false;
  }
};
`,
    },
    {
      name: 'a lease in a store',
      code: `
import { packOrder } from './packing';
import { leases } from './leases';
export async function POST(request: Request) {
  const { orderId } = await request.json();
  const lease = await leases.take(orderId, 30);
  if (!lease) return new Response('busy', { status: 423 });
  try {
    await packOrder(orderId);
  } finally {
    await leases.release(lease);
  }
  return new Response();
}
`,
    },
    {
      name: 'a loop that waits for the state of the store',
      code: `
import { importPrices, importState } from './prices';
export const handler = async (event) => {
  while ((await importState(event.file)).locked) await new Promise((resolve) => setTimeout(resolve, 100));
  await importPrices(event.file);
};
`,
    },
    {
      name: 'a set-up flag in an object',
      code: `
import { prepareSchema, syncCatalogue } from './catalogue';
const state = { prepared: false, source: 'supplier' };
export default {
  async scheduled() {
    if (!state.prepared) {
      await prepareSchema();
      state.prepared = true;
    }
    await syncCatalogue(state.source);
  },
};
`,
    },
  ],
  invalid: [
    {
      name: 'a running flag that is reset at the end',
      code: `
import { buildReport } from './reports';
let isRunning = false;
export const handler = async (event) => {
  if (isRunning) return { statusCode: 409 };
  isRunning = true;
  try {
    await buildReport(event.day);
  } finally {
    isRunning = false;
  }
};
`,
      errors: [{ messageId: 'memoryLock', data: { name: 'isRunning', where: 'handler, line 6' }, line: 3, column: 5 }],
    },
    {
      name: 'a set of the orders in work',
      code: `
import { packOrder } from './packing';
const inWork = new Set<string>();
export async function POST(request: Request) {
  const { orderId } = await request.json();
  if (inWork.has(orderId)) return new Response('busy', { status: 423 });
  inWork.add(orderId);
  try {
    await packOrder(orderId);
  } finally {
    inWork.delete(orderId);
  }
  return new Response();
}
`,
      errors: [{ messageId: 'memoryLock', data: { name: 'inWork', where: 'POST, line 7' }, line: 3, column: 7 }],
    },
    {
      name: 'a loop that waits for the flag',
      code: `
import { importPrices } from './prices';
let locked = false;
export const handler = async (event) => {
  while (locked) await new Promise((resolve) => setTimeout(resolve, 100));
  locked = true;
  await importPrices(event.file);
  locked = false;
};
`,
      errors: [{ messageId: 'memoryLock', data: { name: 'locked', where: 'handler, line 6' }, line: 3, column: 5 }],
    },
    {
      name: 'a flag in an object',
      code: `
import { syncCatalogue } from './catalogue';
const state = { syncing: false, source: 'supplier' };
export default {
  async scheduled() {
    if (state.syncing) return;
    state.syncing = true;
    await syncCatalogue(state.source);
    state.syncing = false;
  },
};
`,
      errors: [{ messageId: 'memoryLock', data: { name: 'state.syncing', where: 'scheduled, line 7' }, line: 3, column: 17 }],
    },
  ],
});

tester.run('no-memory-lock: promises', noMemoryLock, {
  valid: [
    {
      name: 'the promise of a key shared by its callers',
      code: `
import { loadDraft } from './drafts';
const loads = new Map();
export const handler = async (event) => {
  const running = loads.get(event.draftId);
  if (running) return running;
  const load = loadDraft(event.draftId).finally(() => loads.delete(event.draftId));
  loads.set(event.draftId, load);
  return load;
};
`,
    },
    {
      name: 'a chain of promises of one invocation',
      code: `
import { appendRow } from './ledger';
export const handler = async (event) => {
  let tail = Promise.resolve();
  for (const row of event.rows) tail = tail.then(() => appendRow(row));
  await tail;
};
`,
    },
  ],
  invalid: [
    {
      name: 'new work chained on the promise of a key',
      code: `
import { saveDraft } from './drafts';
const saves = new Map();
export const handler = async (event) => {
  const previous = saves.get(event.draftId) ?? Promise.resolve();
  const next = previous.then(() => saveDraft(event));
  saves.set(event.draftId, next);
  await next;
};
`,
      errors: [{ messageId: 'memoryLockChain', data: { name: 'saves', where: 'handler, line 7' }, line: 3, column: 7 }],
    },
    {
      name: 'one chain of promises for all writes',
      code: `
import { appendRow } from './ledger';
let tail = Promise.resolve();
export const handler = async (event) => {
  tail = tail.then(() => appendRow(event.row));
  await tail;
};
`,
      errors: [{ messageId: 'memoryLockChain', data: { name: 'tail', where: 'handler, line 5' }, line: 3, column: 5 }],
    },
  ],
});

tester.run('no-memory-lock: libraries', noMemoryLock, {
  valid: [
    {
      name: 'a mutex of one invocation',
      code: `
import { Mutex } from 'async-mutex';
import { rebuildIndex } from './search';
export const handler = async (event) => {
  const mutex = new Mutex();
  return Promise.all(event.shops.map((shop) => mutex.runExclusive(() => rebuildIndex(shop))));
};
`,
    },
  ],
  invalid: [
    {
      name: 'a mutex of a library',
      code: `
import { Mutex } from 'async-mutex';
import { rebuildIndex } from './search';
const mutex = new Mutex();
export const handler = async (event) => mutex.runExclusive(() => rebuildIndex(event.shop));
`,
      errors: [
        {
          messageId: 'memoryLockLibrary',
          data: {
            name: 'mutex',
            library: 'async-mutex',
            holds: 'locks',
            evidence: '',
            consequence: 'another instance enters at the same time',
            wayOut: 'Take a lease in an external store, with an expiry and a fencing token',
          },
          line: 4,
          column: 15,
        },
      ],
    },
  ],
});

tester.run('no-memory-lock: settings', noMemoryLock, {
  valid: [
    {
      name: 'the same flag called benign',
      code: `
class Importer {
  busy = false;
  async run(file) {
    if (this.busy) return;
    this.busy = true;
    await this.read(file);
    this.busy = false;
  }
  async read(file) {
    await fetch(file);
  }
}
const importer = new Importer();
export const handler = (event) => importer.run(event.file);
`,
      settings: { stateless: { benignNames: ['busy'] } },
    },
  ],
  invalid: [
    {
      name: 'a flag of a service of one instance',
      code: `
class Importer {
  busy = false;
  async run(file) {
    if (this.busy) return;
    this.busy = true;
    await this.read(file);
    this.busy = false;
  }
  async read(file) {
    await fetch(file);
  }
}
const importer = new Importer();
export const handler = (event) => importer.run(event.file);
`,
      errors: [{ messageId: 'memoryLock', data: { name: 'busy', where: 'handler → run, line 6' }, line: 3, column: 3 }],
    },
  ],
});
