import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryQueue } from '../../rules/no-memory-queue.js';

const tester = new RuleTester();

tester.run('no-memory-queue: buffers', noMemoryQueue, {
  valid: [
    {
      name: 'rows that are written at the end of the invocation',
      code: `
import { insertRows } from './warehouse';
export const handler = async (event) => {
  const rows = [];
  for (const record of event.Records) rows.push(JSON.parse(record.body));
  await insertRows(rows);
};
`,
    },
    {
      name: 'events that are handed to a queue',
      code: `
import { sendBatch } from './analytics';
export async function POST(request) {
  await sendBatch([await request.json()]);
  return new Response(null, { status: 202 });
}
`,
    },
    {
      name: 'jobs of a queue service',
      code: `
import express from 'express';
import { jobs } from './print-queue';
const app = express();
app.post('/prints', async (req, res) => {
  await jobs.send(req.body);
  res.sendStatus(202);
});
app.post('/printers/:id/next', async (req, res) => {
  const job = await jobs.receive();
  job ? res.json(job) : res.sendStatus(204);
});
`,
    },
    {
      name: 'a buffer that each invocation empties first',
      code: `
import { putRecords } from './stream';
const buffer: unknown[] = [];
export const handler = async (event) => {
  buffer.length = 0;
  for (const record of event.Records) buffer.push(record.body);
  await putRecords(buffer);
};
`,
    },
  ],
  invalid: [
    {
      name: 'rows that are written when there are enough',
      code: `
import { insertRows } from './warehouse';
let rows = [];
export const handler = async (event) => {
  rows.push(event.detail);
  if (rows.length >= 100) {
    await insertRows(rows);
    rows = [];
  }
};
`,
      errors: [{ messageId: 'memoryQueue', data: { name: 'rows', where: 'handler, line 5' }, line: 3, column: 5 }],
    },
    {
      name: 'events that a timer sends',
      code: `
import { sendBatch } from './analytics';
const pending = [];
setInterval(() => {
  if (pending.length > 0) sendBatch(pending.splice(0));
}, 5_000);
export async function POST(request) {
  pending.push(await request.json());
  return new Response(null, { status: 202 });
}
`,
      errors: [{ messageId: 'memoryQueue', data: { name: 'pending', where: 'POST, line 8' }, line: 3, column: 7 }],
    },
    {
      name: 'jobs that another route takes',
      code: `
import express from 'express';
const app = express();
const jobs = [];
app.post('/prints', (req, res) => {
  jobs.push(req.body);
  res.sendStatus(202);
});
app.post('/printers/:id/next', (req, res) => {
  const job = jobs.shift();
  job ? res.json(job) : res.sendStatus(204);
});
`,
      errors: [{ messageId: 'memoryQueue', data: { name: 'jobs', where: 'POST /prints, line 6' }, line: 4, column: 7 }],
    },
    {
      name: 'a helper that flushes names the chain',
      code: `
import { putRecords } from './stream';
const buffer: unknown[] = [];
async function flush() {
  await putRecords(buffer);
  buffer.length = 0;
}
export const handler = async (event) => {
  buffer.push(event.detail);
  if (buffer.length > 24) await flush();
};
`,
      errors: [{ messageId: 'memoryQueue', data: { name: 'buffer', where: 'handler, line 9' }, line: 3, column: 7 }],
    },
  ],
});

tester.run('no-memory-queue: places', noMemoryQueue, {
  valid: [
    {
      name: 'a service of one invocation',
      code: `
import { sendMails } from './mail';
class Outbox {
  mails = [];
  add(mail) {
    this.mails.push(mail);
  }
  async flush() {
    const batch = this.mails;
    this.mails = [];
    await sendMails(batch);
  }
}
export const handler = async (event) => {
  const outbox = new Outbox();
  for (const mail of event.mails) outbox.add(mail);
  await outbox.flush();
};
`,
    },
    {
      name: 'the same Map called benign',
      code: `
import { submitOrder } from './orders';
const linesOf = new Map();
export const handler = async (event) => {
  const lines = linesOf.get(event.orderId) ?? [];
  lines.push(event.line);
  linesOf.set(event.orderId, lines);
  if (lines.length === event.total) {
    await submitOrder(event.orderId, lines);
    linesOf.delete(event.orderId);
  }
};
`,
      settings: { stateless: { benignNames: ['linesOf'] } },
    },
  ],
  invalid: [
    {
      name: 'a field of a service of one instance',
      code: `
import { sendMails } from './mail';
class Outbox {
  mails = [];
  add(mail) {
    this.mails.push(mail);
    if (this.mails.length >= 50) return this.flush();
  }
  async flush() {
    const batch = this.mails;
    this.mails = [];
    await sendMails(batch);
  }
}
const outbox = new Outbox();
export const handler = async (event) => {
  await outbox.add(event.mail);
};
`,
      errors: [{ messageId: 'memoryQueue', data: { name: 'mails', where: 'handler → add, line 6' }, line: 4, column: 3 }],
    },
    {
      name: 'a Map of the lines of each order',
      code: `
import { submitOrder } from './orders';
const linesOf = new Map();
export const handler = async (event) => {
  const lines = linesOf.get(event.orderId) ?? [];
  lines.push(event.line);
  linesOf.set(event.orderId, lines);
  if (lines.length === event.total) {
    await submitOrder(event.orderId, lines);
    linesOf.delete(event.orderId);
  }
};
`,
      errors: [{ messageId: 'memoryQueue', data: { name: 'linesOf', where: 'handler, line 6' }, line: 3, column: 7 }],
    },
  ],
});
