import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryCheckpoint } from '../../rules/no-memory-checkpoint.js';

const tester = new RuleTester();

tester.run('no-memory-checkpoint: one source', noMemoryCheckpoint, {
  valid: [
    {
      name: 'a cursor within one invocation',
      code: `
import { fetchOrders, saveOrder } from './orders';
export const handler = async () => {
  let cursor;
  do {
    const page = await fetchOrders({ after: cursor });
    for (const order of page.orders) await saveOrder(order);
    cursor = page.nextCursor;
  } while (cursor);
};
`,
    },
    {
      name: 'the time of the last poll in a row',
      code: `
import { changedSince, index } from './search';
import { checkpoints } from './checkpoints';
export default {
  async scheduled() {
    const changes = await changedSince(await checkpoints.read('search'));
    await index(changes);
    await checkpoints.write('search', new Date());
  },
};
`,
    },
    {
      name: 'a line number that comes with the event',
      code: `
import { linesFrom, importLine } from './import';
export const handler = async (event) => {
  let { offset } = event;
  const lines = await linesFrom(event.file, offset);
  for (const line of lines) await importLine(line);
  offset += lines.length;
  return { offset };
};
`,
    },
  ],
  invalid: [
    {
      name: 'a cursor that is passed to the next read',
      code: `
import { fetchOrders, saveOrder } from './orders';
let cursor;
export const handler = async () => {
  const page = await fetchOrders({ after: cursor });
  for (const order of page.orders) await saveOrder(order);
  cursor = page.nextCursor;
};
`,
      errors: [{ messageId: 'memoryCheckpoint', data: { name: 'cursor', where: 'handler, line 7' }, line: 3, column: 5 }],
    },
    {
      name: 'the time of the last poll',
      code: `
import { changedSince, index } from './search';
let lastRun = new Date(0);
export default {
  async scheduled() {
    const changes = await changedSince(lastRun);
    await index(changes);
    lastRun = new Date();
  },
};
`,
      errors: [{ messageId: 'memoryCheckpoint', data: { name: 'lastRun', where: 'scheduled, line 8' }, line: 3, column: 5 }],
    },
    {
      name: 'a line number',
      code: `
import { linesFrom, importLine } from './import';
let offset = 0;
export const handler = async (event) => {
  const lines = await linesFrom(event.file, offset);
  for (const line of lines) await importLine(line);
  offset += lines.length;
};
`,
      errors: [{ messageId: 'memoryCheckpoint', data: { name: 'offset', where: 'handler, line 7' }, line: 3, column: 5 }],
    },
  ],
});

tester.run('no-memory-checkpoint: keys and places', noMemoryCheckpoint, {
  valid: [
    {
      name: 'a cursor for each shop in a table',
      code: `
import { fetchOrders, saveOrders } from './orders';
import { cursors } from './cursor-table';
export const handler = async (event) => {
  const page = await fetchOrders(event.shop, await cursors.get(event.shop));
  await saveOrders(page.orders);
  await cursors.set(event.shop, page.next);
};
`,
    },
    {
      name: 'a private field of an instance of one invocation',
      code: `
import { messagesAfter, archive } from './mailbox';
class Mailbox {
  #lastUid = 0;
  async poll() {
    const messages = await messagesAfter(this.#lastUid);
    for (const message of messages) {
      await archive(message);
      this.#lastUid = message.uid;
    }
  }
}
export const handler = async () => new Mailbox().poll();
`,
    },
    {
      name: 'the closure is made by each invocation',
      code: `
import { eventsSince, publish } from './events';
function createPoller() {
  let since = 0;
  return async () => {
    const events = await eventsSince(since);
    await publish(events);
    since = events.at(-1)?.sequence ?? since;
  };
}
export const handler = async () => {
  const poll = createPoller();
  await poll();
};
`,
    },
  ],
  invalid: [
    {
      name: 'a cursor for each shop',
      code: `
import { fetchOrders, saveOrders } from './orders';
const cursors = new Map();
export const handler = async (event) => {
  const page = await fetchOrders(event.shop, cursors.get(event.shop));
  await saveOrders(page.orders);
  cursors.set(event.shop, page.next);
};
`,
      errors: [{ messageId: 'memoryCheckpoint', data: { name: 'cursors', where: 'handler, line 7' }, line: 3, column: 7 }],
    },
    {
      name: 'a private field of an instance that lives as long as the module',
      code: `
import { messagesAfter, archive } from './mailbox';
class Mailbox {
  #lastUid = 0;
  async poll() {
    const messages = await messagesAfter(this.#lastUid);
    for (const message of messages) {
      await archive(message);
      this.#lastUid = message.uid;
    }
  }
}
const mailbox = new Mailbox();
export const handler = async () => mailbox.poll();
`,
      errors: [{ messageId: 'memoryCheckpoint', data: { name: '#lastUid', where: 'handler → poll, line 9' }, line: 4, column: 3 }],
    },
    {
      name: 'a variable captured by a closure',
      code: `
import { eventsSince, publish } from './events';
function createPoller() {
  let since = 0;
  return async () => {
    const events = await eventsSince(since);
    await publish(events);
    since = events.at(-1)?.sequence ?? since;
  };
}
const poll = createPoller();
export const handler = async () => {
  await poll();
};
`,
      errors: [{ messageId: 'memoryCheckpoint', data: { name: 'since', where: 'handler, line 8' }, line: 4, column: 7 }],
    },
  ],
});

tester.run('no-memory-checkpoint: settings', noMemoryCheckpoint, {
  valid: [
    {
      name: 'the same cell called benign',
      code: `
import { productsSince, store } from './products';
let syncToken = '';
export const sync = async () => {
  const page = await productsSince(syncToken);
  await store(page.products);
  syncToken = page.syncToken;
};
`,
      filename: 'src/jobs/sync.ts',
      settings: { stateless: { handlers: [{ files: ['src/jobs/**'] }], benignNames: ['syncToken'] } },
    },
  ],
  invalid: [
    {
      name: 'an export of a file of the settings',
      code: `
import { productsSince, store } from './products';
let syncToken = '';
export const sync = async () => {
  const page = await productsSince(syncToken);
  await store(page.products);
  syncToken = page.syncToken;
};
`,
      filename: 'src/jobs/sync.ts',
      settings: { stateless: { handlers: [{ files: ['src/jobs/**'] }] } },
      errors: [{ messageId: 'memoryCheckpoint', data: { name: 'syncToken', where: 'sync, line 7' }, line: 3, column: 5 }],
    },
  ],
});
