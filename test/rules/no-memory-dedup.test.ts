import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryDedup } from '../../rules/no-memory-dedup.js';

const tester = new RuleTester();

tester.run('no-memory-dedup: webhooks and messages', noMemoryDedup, {
  valid: [
    {
      name: 'a message id that is remembered within one batch',
      code: `
import { chargeCard } from './payments';
export const handler = async (event) => {
  const charged = new Set<string>();
  for (const record of event.Records) {
    if (charged.has(record.messageId)) continue;
    await chargeCard(JSON.parse(record.body));
    charged.add(record.messageId);
  }
};
`,
    },
    {
      name: 'the same helper asks a store',
      code: `
import { shipOrder } from './shipping';
import { redis } from './redis';
async function isRepeated(id) {
  return (await redis.set(\`shipped:\${id}\`, '1', { NX: true, EX: 86_400 })) === null;
}
export async function POST(request) {
  const order = await request.json();
  if (!(await isRepeated(order.id))) await shipOrder(order);
  return new Response();
}
`,
    },
    {
      name: 'an array of the topics that are taken',
      code: `
import express from 'express';
import { updatePlan } from './plans';
const app = express();
const topics = ['invoice.paid', 'invoice.voided'];
app.post('/stripe', async (req, res) => {
  if (!topics.includes(req.body.type)) return res.sendStatus(200);
  await updatePlan(req.body);
  res.sendStatus(200);
});
`,
    },
    {
      name: 'the last id in a row of the database',
      code: `
import { mailReceipt } from './mail';
import { db } from './db';
export const handler = async (event) => {
  const lastOrderId = await db.receipts.last();
  if (event.orderId === lastOrderId) return;
  await db.receipts.save(event.orderId);
  await mailReceipt(event.orderId);
};
`,
    },
    {
      name: 'keys of an object that only loading writes',
      code: `
import { importRow } from './rows';
const imported = {};
for (const key of ['orders.csv', 'returns.csv']) imported[key] = true;
export const handler = async (event) => {
  if (!imported[event.detail.key]) return;
  await importRow(event.detail);
};
`,
    },
  ],
  invalid: [
    {
      name: 'a message id that is remembered in a Set',
      code: `
import { chargeCard } from './payments';
const charged = new Set<string>();
export const handler = async (event) => {
  for (const record of event.Records) {
    if (charged.has(record.messageId)) continue;
    await chargeCard(JSON.parse(record.body));
    charged.add(record.messageId);
  }
};
`,
      errors: [{ messageId: 'memoryDedup', data: { name: 'charged', where: 'handler, line 8' }, line: 3, column: 7 }],
    },
    {
      name: 'a check in a helper names the chain',
      code: `
import { shipOrder } from './shipping';
const shipped = new Map();
function isRepeated(id) {
  if (shipped.has(id)) return true;
  shipped.set(id, true);
  return false;
}
export async function POST(request) {
  const order = await request.json();
  if (!isRepeated(order.id)) await shipOrder(order);
  return new Response();
}
`,
      errors: [{ messageId: 'memoryDedup', data: { name: 'shipped', where: 'POST → isRepeated, line 6' }, line: 3, column: 7 }],
    },
    {
      name: 'an array of delivery ids of a webhook',
      code: `
import express from 'express';
import { updatePlan } from './plans';
const app = express();
const deliveries = [];
app.post('/stripe', async (req, res) => {
  if (deliveries.includes(req.body.id)) return res.sendStatus(200);
  deliveries.push(req.body.id);
  await updatePlan(req.body);
  res.sendStatus(200);
});
`,
      errors: [{ messageId: 'memoryDedup', data: { name: 'deliveries', where: 'POST /stripe, line 8' }, line: 5, column: 7 }],
    },
    {
      name: 'the last id in a variable',
      code: `
import { mailReceipt } from './mail';
let lastOrderId;
export const handler = async (event) => {
  if (event.orderId === lastOrderId) return;
  lastOrderId = event.orderId;
  await mailReceipt(event.orderId);
};
`,
      errors: [{ messageId: 'memoryDedup', data: { name: 'lastOrderId', where: 'handler, line 6' }, line: 3, column: 5 }],
    },
    {
      name: 'keys of an object, removed after a while',
      code: `
import { importRow } from './rows';
const imported = {};
export const handler = async (event) => {
  if (imported[event.detail.key]) return;
  imported[event.detail.key] = true;
  setTimeout(() => delete imported[event.detail.key], 60_000);
  await importRow(event.detail);
};
`,
      errors: [{ messageId: 'memoryDedup', data: { name: 'imported', where: 'handler, line 6' }, line: 3, column: 7 }],
    },
  ],
});

tester.run('no-memory-dedup: places', noMemoryDedup, {
  valid: [
    {
      name: 'a private field of a service that is made for each request',
      code: `
import { Injectable, Scope } from '@nestjs/common';
import { refund } from './payments';
@Injectable({ scope: Scope.REQUEST })
export class Refunds {
  #done = new Set<string>();
  async refund(id: string) {
    if (this.#done.has(id)) return;
    this.#done.add(id);
    await refund(id);
  }
}
`,
    },
    {
      name: 'a static field that a name of the settings calls benign',
      code: `
import { saveUpload } from './uploads';
class Uploads {
  static seen = new Set();
  static async take(upload) {
    if (Uploads.seen.has(upload.etag)) return;
    await saveUpload(upload);
    Uploads.seen.add(upload.etag);
  }
}
export const handler = async (event) => Uploads.take(event.detail);
`,
      settings: { stateless: { benignNames: ['seen'] } },
    },
    {
      name: 'a weak set of event objects',
      code: `
import { postInvoice } from './ledger';
const posted = new WeakSet();
export const handler = async (event) => {
  if (posted.has(event)) return;
  posted.add(event);
  await postInvoice(event);
};
`,
    },
  ],
  invalid: [
    {
      name: 'a private field of a service that lives as long as the module',
      code: `
import { Injectable } from '@nestjs/common';
import { refund } from './payments';
@Injectable()
export class Refunds {
  #done = new Set<string>();
  async refund(id: string) {
    if (this.#done.has(id)) return;
    this.#done.add(id);
    await refund(id);
  }
}
`,
      errors: [{ messageId: 'memoryDedup', data: { name: '#done', where: 'refund, line 9' }, line: 6, column: 3 }],
    },
    {
      name: 'a static field',
      code: `
import { saveUpload } from './uploads';
class Uploads {
  static seen = new Set();
  static async take(upload) {
    if (Uploads.seen.has(upload.etag)) return;
    await saveUpload(upload);
    Uploads.seen.add(upload.etag);
  }
}
export const handler = async (event) => Uploads.take(event.detail);
`,
      errors: [{ messageId: 'memoryDedup', data: { name: 'seen', where: 'handler → take, line 8' }, line: 4, column: 10 }],
    },
    {
      name: 'a set on the global object',
      code: `
import { postInvoice } from './ledger';
globalThis.postedInvoices ??= new Set();
export const handler = async (event) => {
  if (globalThis.postedInvoices.has(event.invoiceId)) return;
  globalThis.postedInvoices.add(event.invoiceId);
  await postInvoice(event);
};
`,
      errors: [{ messageId: 'memoryDedup', data: { name: 'globalThis.postedInvoices', where: 'handler, line 6' }, line: 3, column: 1 }],
    },
  ],
});

tester.run('no-memory-dedup: settings', noMemoryDedup, {
  valid: [
    {
      name: 'a function that only loading runs',
      code: `
import { mailReceipt } from './mail';
const mailed = new Set();
for (const job of ['A-1', 'A-2']) {
  if (mailed.has(job)) continue;
  mailed.add(job);
  mailReceipt(job);
}
`,
    },
  ],
  invalid: [
    {
      name: 'a handler by its callee',
      code: `
import { defineJob } from '@acme/jobs';
import { mailReceipt } from './mail';
const mailed = new Set();
defineJob('receipts', async (job) => {
  if (mailed.has(job.orderId)) return;
  mailed.add(job.orderId);
  await mailReceipt(job);
});
`,
      settings: { stateless: { handlers: [{ callees: [{ name: 'defineJob', argument: 1 }] }] } },
      errors: [{ messageId: 'memoryDedup', data: { name: 'mailed', where: 'receipts, line 7' }, line: 4, column: 7 }],
    },
  ],
});
