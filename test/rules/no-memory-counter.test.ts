import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryCounter } from '../../rules/no-memory-counter.js';

const tester = new RuleTester();

tester.run('no-memory-counter: limits', noMemoryCounter, {
  valid: [
    {
      name: 'requests of an address within a window of a store',
      code: `
import { Ratelimit } from '@upstash/ratelimit';
import { redis } from './redis';
const limiter = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(20, '60 s') });
export async function middleware(request) {
  const { success } = await limiter.limit(request.headers.get('x-forwarded-for'));
  if (!success) return new Response('slow down', { status: 429 });
}
`,
    },
    {
      name: 'failed log-ins of a person in a table',
      code: `
import { verify } from './accounts';
import { failedLogins } from './failed-logins';
export async function POST(request: Request) {
  const { email, password } = await request.json();
  if ((await failedLogins.count(email)) >= 5) return new Response('locked', { status: 429 });
  if (await verify(email, password)) return new Response();
  await failedLogins.increment(email, { expiresIn: 900 });
  return new Response('wrong password', { status: 401 });
}
`,
    },
  ],
  invalid: [
    {
      name: 'requests of an address within a window',
      code: `
const windows = new Map();
export function middleware(request) {
  const address = request.headers.get('x-forwarded-for');
  const times = (windows.get(address) ?? []).filter((time) => time > Date.now() - 60_000);
  times.push(Date.now());
  windows.set(address, times);
  if (times.length > 20) return new Response('slow down', { status: 429 });
}
`,
      errors: [{ messageId: 'memoryCounter', data: { name: 'windows', where: 'middleware, line 7' }, line: 2, column: 7 }],
    },
    {
      name: 'failed log-ins of a person',
      code: `
import { verify } from './accounts';
const failedLogins = new Map<string, number>();
export async function POST(request: Request) {
  const { email, password } = await request.json();
  const failed = failedLogins.get(email) ?? 0;
  if (failed >= 5) return new Response('locked', { status: 429 });
  if (await verify(email, password)) return new Response();
  failedLogins.set(email, failed + 1);
  return new Response('wrong password', { status: 401 });
}
`,
      errors: [{ messageId: 'memoryCounter', data: { name: 'failedLogins', where: 'POST, line 9' }, line: 3, column: 7 }],
    },
  ],
});

tester.run('no-memory-counter: counts and sequences', noMemoryCounter, {
  valid: [
    {
      name: 'an invoice number of the database',
      code: `
import { writeInvoice } from './invoices';
import { db } from './db';
export const handler = async (event) => {
  const number = await db.sequence('invoices').next();
  await writeInvoice({ ...event.order, number: \`R-\${number}\` });
};
`,
    },
    {
      name: 'visits within one batch',
      code: `
export const handler = async (event) => {
  const visits = {};
  for (const { slug } of event.records) visits[slug] = (visits[slug] ?? 0) + 1;
  return visits;
};
`,
    },
    {
      name: 'requests that are only logged',
      code: `
let requests = 0;
export const handler = async (event) => {
  requests += 1;
  console.log(\`request \${requests} of this instance\`, event.path);
  return { statusCode: 204 };
};
`,
    },
    {
      name: 'an index that only goes around',
      code: `
const hosts = ['eu-1.example.com', 'eu-2.example.com'];
let next = 0;
export async function POST(request) {
  next = (next + 1) % hosts.length;
  return fetch(\`https://\${hosts[next]}/complete\`, { method: 'POST', body: await request.text() });
}
`,
    },
  ],
  invalid: [
    {
      name: 'an invoice number',
      code: `
import { writeInvoice } from './invoices';
let lastNumber = 1000;
export const handler = async (event) => {
  lastNumber += 1;
  await writeInvoice({ ...event.order, number: \`R-\${lastNumber}\` });
};
`,
      errors: [{ messageId: 'memoryCounter', data: { name: 'lastNumber', where: 'handler, line 5' }, line: 3, column: 5 }],
    },
    {
      name: 'visits in an object',
      code: `
import express from 'express';
const app = express();
const visits = {};
app.get('/articles/:slug', (req, res) => {
  visits[req.params.slug] = (visits[req.params.slug] ?? 0) + 1;
  res.json({ visits: visits[req.params.slug] });
});
`,
      errors: [{ messageId: 'memoryCounter', data: { name: 'visits', where: 'GET /articles/:slug, line 6' }, line: 4, column: 7 }],
    },
    {
      name: 'requests that end at a quota',
      code: `
let requests = 0;
export const handler = async (event) => {
  requests += 1;
  if (requests > 10_000) return { statusCode: 429 };
  return { statusCode: 204 };
};
`,
      errors: [{ messageId: 'memoryCounter', data: { name: 'requests', where: 'handler, line 4' }, line: 2, column: 5 }],
    },
    {
      name: 'money of a budget',
      code: `
import { complete } from './model';
const budget = { spent: 0, limit: 50 };
export async function POST(request) {
  if (budget.spent > budget.limit) return new Response('budget used up', { status: 402 });
  const answer = await complete(await request.text());
  budget.spent += answer.cost;
  return Response.json(answer);
}
`,
      errors: [{ messageId: 'memoryCounter', data: { name: 'budget.spent', where: 'POST, line 7' }, line: 3, column: 18 }],
    },
  ],
});

tester.run('no-memory-counter: places', noMemoryCounter, {
  valid: [
    {
      name: 'the same closure called benign',
      code: `
import { issueTicket } from './tickets';
const nextTicket = (() => {
  let last = 0;
  return () => ++last;
})();
export const handler = async (event) => issueTicket(event.desk, nextTicket());
`,
      settings: { stateless: { benignNames: ['last'] } },
    },
  ],
  invalid: [
    {
      name: 'a closure made while loading',
      code: `
import { issueTicket } from './tickets';
const nextTicket = (() => {
  let last = 0;
  return () => ++last;
})();
export const handler = async (event) => issueTicket(event.desk, nextTicket());
`,
      errors: [{ messageId: 'memoryCounter', data: { name: 'last', where: 'handler, line 5' }, line: 4, column: 7 }],
    },
  ],
});

const ROW_NUMBERS = `
let last = 0;
export function nextRow(label) {
  last += 1;
  return 'row-' + last + ': ' + label;
}
`;

tester.run('no-memory-counter: strict', noMemoryCounter, {
  valid: [{ name: 'a number in a file that shows nothing of a server', code: ROW_NUMBERS }],
  invalid: [
    {
      name: 'a number, wherever it stands',
      code: ROW_NUMBERS,
      options: [{ strict: true }],
      errors: [{ messageId: 'memoryCounter', data: { name: 'last', where: 'nextRow, line 4' }, line: 2, column: 5 }],
    },
  ],
});
