import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryProgress } from '../../rules/no-memory-progress.js';

const tester = new RuleTester();

tester.run('no-memory-progress: status of jobs', noMemoryProgress, {
  valid: [
    {
      name: 'the status of a job in a table',
      code: `
import express from 'express';
import { convert } from './video';
import { jobs } from './job-table';
const app = express();
app.post('/videos/:id', async (req, res) => {
  await jobs.set(req.params.id, { status: 'running' });
  res.sendStatus(202);
  await convert(req.params.id);
  await jobs.set(req.params.id, { status: 'done' });
});
app.get('/videos/:id', async (req, res) => res.json(await jobs.get(req.params.id)));
`,
    },
    {
      name: 'the job is local to the invocation',
      code: `
import { extractText, summarise } from './documents';
export async function POST(request) {
  const { id } = await request.json();
  const document = { step: 'extract' };
  await extractText(id);
  document.step = 'summarise';
  await summarise(id);
  document.step = 'finished';
  return Response.json(document);
}
`,
    },
  ],
  invalid: [
    {
      name: 'the status of a job in a Map',
      code: `
import express from 'express';
import { convert } from './video';
const app = express();
const jobs = new Map();
app.post('/videos/:id', async (req, res) => {
  jobs.set(req.params.id, { status: 'running' });
  res.sendStatus(202);
  await convert(req.params.id);
  jobs.set(req.params.id, { status: 'done' });
});
app.get('/videos/:id', (req, res) => res.json(jobs.get(req.params.id)));
`,
      errors: [{ messageId: 'memoryProgress', data: { name: 'jobs', where: 'POST /videos/:id, line 7' }, line: 5, column: 7 }],
    },
    {
      name: 'a field of the job that a helper sets',
      code: `
import { extractText, summarise } from './documents';
const documents = {};
function setStep(id, step) {
  documents[id].step = step;
}
export async function POST(request) {
  const { id } = await request.json();
  documents[id] = { step: 'extract' };
  await extractText(id);
  setStep(id, 'summarise');
  await summarise(id);
  setStep(id, 'finished');
  return new Response();
}
export async function GET(request) {
  return Response.json(documents[new URL(request.url).searchParams.get('id')]);
}
`,
      errors: [{ messageId: 'memoryProgress', data: { name: 'documents', where: 'POST → setStep, line 5' }, line: 3, column: 7 }],
    },
  ],
});

tester.run('no-memory-progress: scalars', noMemoryProgress, {
  valid: [
    {
      name: 'a phase in a row',
      code: `
import { copyRows, dropOldRows } from './archive';
import { db } from './db';
export async function archive(event, context) {
  await db.archive.update({ phase: 'copying' });
  await copyRows(event.table);
  await db.archive.update({ phase: 'dropping' });
  await dropOldRows(event.table);
  await db.archive.update({ phase: 'idle' });
}
export const status = async (event, context) => ({ statusCode: 200, body: await db.archive.phase() });
`,
    },
    {
      name: 'a percentage in the response',
      code: `
import { Hono } from 'hono';
import { importProduct } from './products';
const app = new Hono();
app.post('/import', async (c) => {
  const { products } = await c.req.json();
  let percent = 0;
  for (const [index, product] of products.entries()) {
    await importProduct(product);
    percent = Math.round(((index + 1) / products.length) * 100);
  }
  return c.json({ percent });
});
`,
    },
  ],
  invalid: [
    {
      name: 'a phase in a variable',
      code: `
import { copyRows, dropOldRows } from './archive';
let phase = 'idle';
export async function archive(event, context) {
  phase = 'copying';
  await copyRows(event.table);
  phase = 'dropping';
  await dropOldRows(event.table);
  phase = 'idle';
}
export const status = async (event, context) => ({ statusCode: 200, body: phase });
`,
      errors: [{ messageId: 'memoryProgress', data: { name: 'phase', where: 'archive, line 5' }, line: 3, column: 5 }],
    },
    {
      name: 'a percentage that another route reads',
      code: `
import { Hono } from 'hono';
import { importProduct } from './products';
const app = new Hono();
let percent = 0;
app.post('/import', async (c) => {
  const { products } = await c.req.json();
  for (const [index, product] of products.entries()) {
    await importProduct(product);
    percent = Math.round(((index + 1) / products.length) * 100);
  }
  return c.json({ imported: products.length });
});
app.get('/import', (c) => c.json({ percent }));
`,
      errors: [{ messageId: 'memoryProgress', data: { name: 'percent', where: 'POST /import, line 10' }, line: 5, column: 5 }],
    },
  ],
});

tester.run('no-memory-progress: places', noMemoryProgress, {
  valid: [
    {
      name: 'a field of a Durable Object',
      code: `
import { DurableObject } from 'cloudflare:workers';
import { render } from './pdf';
export class Exports extends DurableObject {
  private status = 'idle';
  async start(id: string) {
    this.status = 'rendering';
    await render(id);
    this.status = 'finished';
  }
  current() {
    return this.status;
  }
}
`,
    },
    {
      name: 'the same part called benign',
      code: `
import { sendLetters } from './letters';
const campaign = { status: 'idle', sender: 'shop@example.com' };
export const send = async (event, context) => {
  campaign.status = 'sending';
  await sendLetters(campaign.sender, event.letters);
  campaign.status = 'sent';
};
export const show = async (event, context) => ({ body: campaign.status });
`,
      settings: { stateless: { benignNames: ['campaign.status'] } },
    },
  ],
  invalid: [
    {
      name: 'a field of a singleton',
      code: `
import { Injectable } from '@nestjs/common';
import { render } from './pdf';
@Injectable()
export class Exports {
  private status = 'idle';
  async start(id: string) {
    this.status = 'rendering';
    await render(id);
    this.status = 'finished';
  }
  current() {
    return this.status;
  }
}
`,
      errors: [{ messageId: 'memoryProgress', data: { name: 'status', where: 'start, line 10' }, line: 6, column: 11 }],
    },
    {
      name: 'a part of an object literal',
      code: `
import { sendLetters } from './letters';
const campaign = { status: 'idle', sender: 'shop@example.com' };
export const send = async (event, context) => {
  campaign.status = 'sending';
  await sendLetters(campaign.sender, event.letters);
  campaign.status = 'sent';
};
export const show = async (event, context) => ({ body: campaign.status });
`,
      errors: [{ messageId: 'memoryProgress', data: { name: 'campaign.status', where: 'send, line 5' }, line: 3, column: 20 }],
    },
  ],
});
