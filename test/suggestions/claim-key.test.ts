import { noMemoryDedup } from '../../rules/no-memory-dedup.js';
import { testRewrites } from './test-rewrites.js';

testRewrites('claim the key', noMemoryDedup, {
  reported: 'memoryDedup',
  settings: { stores: { dedup: { module: '@acme/stores', name: 'dedupStore' } } },
  rewritten: [
    {
      name: 'ids remembered behind the work',
      filename: 'src/charge.ts',
      code: `import type { SQSEvent } from 'aws-lambda';
import { chargeCard } from './payments';

const handled = new Set<string>();

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    if (handled.has(record.messageId)) continue;
    await chargeCard(JSON.parse(record.body));
    handled.add(record.messageId);
  }
};
`,
      suggestions: [
        {
          messageId: 'claimKey',
          output: `import type { SQSEvent } from 'aws-lambda';
import { chargeCard } from './payments';
import { dedupStore } from '@acme/stores';

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    if (!(await dedupStore.claim(\`src/charge:handled:\${record.messageId}\`))) continue;
    await chargeCard(JSON.parse(record.body));
    await dedupStore.complete(\`src/charge:handled:\${record.messageId}\`);
  }
};
`,
        },
      ],
    },
    {
      name: 'ids remembered before the work, which are completed behind it',
      filename: 'app/api/hook/route.ts',
      code: `import { fulfil, readEvent } from '@/lib/orders'

const seen = new Map<string, number>()

export async function POST(request: Request) {
  const event = await readEvent(request)
  if (!event.id || seen.has(event.id)) return Response.json({ repeated: true })
  seen.set(event.id, Date.now())
  await fulfil(event)
  return Response.json({ received: true })
}
`,
      suggestions: [
        {
          messageId: 'claimKey',
          output: `import { fulfil, readEvent } from '@/lib/orders'
import { dedupStore } from '@acme/stores'

export async function POST(request: Request) {
  const event = await readEvent(request)
  if (!event.id || !(await dedupStore.claim(\`app/api/hook/route:seen:\${event.id}\`))) return Response.json({ repeated: true })
  await fulfil(event)
  await dedupStore.complete(\`app/api/hook/route:seen:\${event.id}\`)
  return Response.json({ received: true })
}
`,
        },
      ],
    },
    {
      name: 'work that stands inside the test, in a CommonJS file',
      filename: 'src/refund.js',
      code: `"use strict";
const { refund } = require("./payments");

const refunded = {};

exports.handler = async (event) => {
  if (!refunded[event.order]) {
    await refund(event.order);
    refunded[event.order] = true;
  }
};
`,
      suggestions: [
        {
          messageId: 'claimKey',
          output: `"use strict";
const { refund } = require("./payments");
const { dedupStore } = require("@acme/stores");

exports.handler = async (event) => {
  if (await dedupStore.claim(\`src/refund:refunded:\${event.order}\`)) {
    await refund(event.order);
    await dedupStore.complete(\`src/refund:refunded:\${event.order}\`);
  }
};
`,
        },
      ],
    },
    {
      name: 'an import of the module that is there, and a list of ids',
      filename: 'src/mail.ts',
      code: `import {
  counterStore,
  type Store,
} from '@acme/stores';
import { sendMail } from './mails';

const sent: string[] = [];

export const handler = async (event: { id: string }, store: Store) => {
  const key = \`mail-\${event.id}\`;
  if (sent.includes(key)) return;
  await sendMail(event, await counterStore.increment('mails'), store);
  sent.push(key);
};
`,
      suggestions: [
        {
          messageId: 'claimKey',
          output: `import {
  counterStore,
  type Store,
  dedupStore,
} from '@acme/stores';
import { sendMail } from './mails';

export const handler = async (event: { id: string }, store: Store) => {
  const key = \`mail-\${event.id}\`;
  if (!(await dedupStore.claim(\`src/mail:sent:\${key}\`))) return;
  await sendMail(event, await counterStore.increment('mails'), store);
  await dedupStore.complete(\`src/mail:sent:\${key}\`);
};
`,
        },
      ],
    },
  ],
  left: [
    {
      name: 'a function that cannot wait',
      code: `
import { chargeCard } from './payments';
const handled = new Set();
function charge(order) {
  if (handled.has(order.id)) return undefined;
  handled.add(order.id);
  return chargeCard(order);
}
export const handler = async (event) => charge(event.order);
`,
    },
    {
      name: 'a helper that remembers, and leaves the work to its caller',
      code: `
import { chargeCard } from './payments';
const handled = new Set();
async function isRepeated(id) {
  if (handled.has(id)) return true;
  handled.add(id);
  return false;
}
export const handler = async (event) => {
  if (!(await isRepeated(event.id))) await chargeCard(event);
};
`,
    },
    {
      name: 'a set that is emptied when it is full',
      code: `
import { chargeCard } from './payments';
const handled = new Set();
export const handler = async (event) => {
  if (handled.has(event.id)) return;
  await chargeCard(event);
  handled.add(event.id);
  if (handled.size > 10_000) handled.clear();
};
`,
    },
    {
      name: 'a key that is made anew each time',
      code: `
import { chargeCard, keyOf } from './payments';
const handled = new Set();
export const handler = async (event) => {
  if (handled.has(keyOf(event))) return;
  await chargeCard(event);
  handled.add(keyOf(event));
};
`,
    },
    {
      name: 'a file in which the name of the store means something else',
      code: `
import { chargeCard } from './payments';
const handled = new Set();
export const handler = async (event, dedupStore) => {
  if (handled.has(event.id)) return;
  await chargeCard(event, dedupStore);
  handled.add(event.id);
};
`,
    },
    {
      name: 'work that ends in several ways after the key was remembered',
      code: `
import { chargeCard, isPaid } from './payments';
const handled = new Set();
export const handler = async (event) => {
  if (handled.has(event.id)) return;
  handled.add(event.id);
  if (await isPaid(event)) return;
  await chargeCard(event);
};
`,
    },
    {
      name: 'an answer that is the work itself',
      code: `
import { chargeCard } from './payments';
const handled = new Set();
export const handler = async (event) => {
  if (handled.has(event.id)) return undefined;
  handled.add(event.id);
  return chargeCard(event);
};
`,
    },
  ],
});

testRewrites('claim the key: no store is named', noMemoryDedup, {
  reported: 'memoryDedup',
  settings: { stores: { lock: { module: '@acme/stores', name: 'lockStore' } } },
  rewritten: [],
  left: [
    {
      name: 'ids remembered behind the work',
      code: `
import { chargeCard } from './payments';
const handled = new Set();
export const handler = async (event) => {
  if (handled.has(event.id)) return;
  await chargeCard(event);
  handled.add(event.id);
};
`,
    },
  ],
});
