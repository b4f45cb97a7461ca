import { noMemoryCounter } from '../../rules/no-memory-counter.js';
import { testRewrites } from './test-rewrites.js';

testRewrites('count in the store', noMemoryCounter, {
  reported: 'memoryCounter',
  settings: { stores: { counter: { module: '@acme/stores', name: 'counterStore' } } },
  rewritten: [
    {
      name: 'a count by key that has a name',
      filename: 'src/login.ts',
      code: `import { signIn } from './accounts';

const hits = new Map<string, number>();

export const handler = async (event: { ip: string }) => {
  const count = (hits.get(event.ip) ?? 0) + 1;
  hits.set(event.ip, count);
  if (count > 100) return { statusCode: 429 };
  return signIn(event);
};
`,
      suggestions: [
        {
          messageId: 'countInStore',
          output: `import { signIn } from './accounts';
import { counterStore } from '@acme/stores';

export const handler = async (event: { ip: string }) => {
  const count = await counterStore.increment(\`src/login:hits:\${event.ip}\`);
  if (count > 100) return { statusCode: 429 };
  return signIn(event);
};
`,
        },
      ],
    },
    {
      name: 'a count that is stored after its limit was compared',
      filename: 'src/quota.ts',
      code: `import { complete } from './assistant';

const LIMIT = 5;
const spent = new Map<string, number>();

export const handler = async (event: { body: string }) => {
  const { account, prompt } = JSON.parse(event.body);
  const used = (spent.get(account) ?? 0) + 1;
  if (used > LIMIT) return { statusCode: 429 };
  spent.set(account, used);
  return { statusCode: 200, body: await complete(prompt) };
};
`,
      suggestions: [
        {
          messageId: 'countInStore',
          output: `import { complete } from './assistant';
import { counterStore } from '@acme/stores';

const LIMIT = 5;

export const handler = async (event: { body: string }) => {
  const { account, prompt } = JSON.parse(event.body);
  const used = await counterStore.increment(\`src/quota:spent:\${account}\`);
  if (used > LIMIT) return { statusCode: 429 };
  return { statusCode: 200, body: await complete(prompt) };
};
`,
        },
      ],
    },
    {
      name: 'a count by key that is read where it lies',
      filename: 'src/login.ts',
      code: `import { signIn } from './accounts';

const hits: Record<string, number> = {};

export const handler = async (event: { ip: string }) => {
  hits[event.ip] = (hits[event.ip] || 0) + 1;
  if ((hits[event.ip] ?? 0) > 100) return { statusCode: 429, used: hits[event.ip]! };
  return signIn(event);
};
`,
      suggestions: [
        {
          messageId: 'countInStore',
          output: `import { signIn } from './accounts';
import { counterStore } from '@acme/stores';

export const handler = async (event: { ip: string }) => {
  const count = await counterStore.increment(\`src/login:hits:\${event.ip}\`);
  if (count > 100) return { statusCode: 429, used: count };
  return signIn(event);
};
`,
        },
      ],
    },
    {
      name: 'one count, compared with a limit behind',
      filename: 'src/quota.js',
      code: `const { translate } = require('./translations');

let used = 0;

exports.handler = async (event) => {
  used += 1;
  if (used > 10_000) return { statusCode: 429 };
  return translate(event.text);
};
`,
      suggestions: [
        {
          messageId: 'countInStore',
          output: `const { translate } = require('./translations');
const { counterStore } = require('@acme/stores');

exports.handler = async (event) => {
  const used = await counterStore.increment('src/quota:used');
  if (used > 10_000) return { statusCode: 429 };
  return translate(event.text);
};
`,
        },
      ],
    },
    {
      name: 'numbers of a sequence, from one',
      filename: 'src/invoices.ts',
      code: `import { saveInvoice } from './invoices';

let next = 1;

export const handler = async (event: { order: string }) => {
  await saveInvoice({ id: \`INV-\${next++}\`, order: event.order });
};
`,
      suggestions: [
        {
          messageId: 'countInStore',
          output: `import { saveInvoice } from './invoices';
import { counterStore } from '@acme/stores';

export const handler = async (event: { order: string }) => {
  await saveInvoice({ id: \`INV-\${await counterStore.increment('src/invoices:next')}\`, order: event.order });
};
`,
        },
      ],
    },
  ],
  left: [
    {
      name: 'a sequence that does not start at one',
      code: `
import { saveInvoice } from './invoices';
let next = 1000;
export const handler = async (event) => {
  await saveInvoice({ id: next++, order: event.order });
};
`,
    },
    {
      name: 'a limit that is compared before the count is raised',
      code: `
import { translate } from './translations';
let used = 0;
export const handler = async (event) => {
  if (used >= 10_000) return { statusCode: 429 };
  used += 1;
  return translate(event.text);
};
`,
    },
    {
      name: 'a count that another handler answers with',
      code: `
import { translate } from './translations';
let used = 0;
export const handler = async (event) => {
  used += 1;
  if (used > 10_000) return { statusCode: 429 };
  return translate(event.text);
};
export const usageHandler = async () => ({ used });
`,
    },
    {
      name: 'a count that only successes raise',
      code: `
import { complete } from './assistant';
const spent = new Map();
export const handler = async (event) => {
  const used = (spent.get(event.account) ?? 0) + 1;
  if (used > 5) return { statusCode: 429 };
  const body = await complete(event.prompt);
  spent.set(event.account, used);
  return { statusCode: 200, body };
};
`,
    },
    {
      name: 'an amount that is not one',
      code: `
import { translate } from './translations';
let used = 0;
export const handler = async (event) => {
  used += event.text.length;
  if (used > 10_000) return { statusCode: 429 };
  return translate(event.text);
};
`,
    },
    {
      name: 'counts that start anew with their window',
      code: `
import { translate } from './translations';
const hits = new Map();
export const handler = async (event) => {
  const entry = hits.get(event.ip);
  if (!entry || entry.resetAt < Date.now()) {
    hits.set(event.ip, { count: 1, resetAt: Date.now() + 60_000 });
  } else {
    entry.count += 1;
    if (entry.count > 10) return { statusCode: 429 };
  }
  return translate(event.text);
};
`,
    },
  ],
});
