import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryRecord } from '../../rules/no-memory-record.js';

const tester = new RuleTester();

tester.run('no-memory-record: business records', noMemoryRecord, {
  valid: [
    {
      name: 'orders in a database',
      code: `
import { Hono } from 'hono';
import { orders } from './order-table';
const app = new Hono();
app.post('/orders', async (c) => {
  const order = await c.req.json();
  await orders.set(order.id, order);
  return c.json(order, 201);
});
app.get('/orders/:id', async (c) => {
  const order = await orders.get(c.req.param('id'));
  return order ? c.json(order) : c.notFound();
});
`,
    },
    {
      name: 'an array of bookings of one request',
      code: `
import { book } from './bookings';
export async function POST(request) {
  const bookings = [];
  for (const wish of await request.json()) bookings.push(await book(wish));
  return Response.json(bookings);
}
`,
    },
    {
      name: 'codes that are written down',
      code: `
const codes = new Map<string, string>([['SPRING', '10'], ['SUMMER', '15']]);
export const check = async (event, context) => ({ statusCode: codes.has(event.code) ? 200 : 404, body: codes.get(event.code) });
`,
    },
    {
      name: 'settings that no route writes',
      code: `
import express from 'express';
const app = express();
let settings = { theme: 'light', language: 'en' };
if (process.env.LANGUAGE) settings = { ...settings, language: process.env.LANGUAGE };
app.get('/settings', (req, res) => res.json(settings));
`,
    },
    {
      name: 'vouchers looked up in a list',
      code: `
const vouchers = ['A7-110', 'A7-111', 'A7-112'];
export const handler = async (event) => {
  const voucher = vouchers.find((candidate) => candidate === event.voucher);
  return { statusCode: voucher ? 200 : 410, body: voucher };
};
`,
    },
  ],
  invalid: [
    {
      name: 'orders in a Map',
      code: `
import { Hono } from 'hono';
const app = new Hono();
const orders = new Map();
app.post('/orders', async (c) => {
  const order = await c.req.json();
  orders.set(order.id, order);
  return c.json(order, 201);
});
app.get('/orders/:id', (c) => {
  const order = orders.get(c.req.param('id'));
  return order ? c.json(order) : c.notFound();
});
`,
      errors: [{ messageId: 'memoryRecord', data: { name: 'orders', where: 'POST /orders, line 7' }, line: 4, column: 7 }],
    },
    {
      name: 'an array of bookings',
      code: `
let bookings = [];
export async function POST(request) {
  const booking = await request.json();
  bookings.push({ ...booking, id: crypto.randomUUID() });
  return Response.json(booking);
}
export async function GET() {
  return Response.json(bookings);
}
`,
      errors: [{ messageId: 'memoryRecord', data: { name: 'bookings', where: 'POST, line 5' }, line: 2, column: 5 }],
    },
    {
      name: 'one-time codes',
      code: `
import { mailCode } from './mail';
const codes = new Map<string, string>();
export const send = async (event, context) => {
  const code = String(Math.floor(Math.random() * 1_000_000));
  codes.set(event.email, code);
  await mailCode(event.email, code);
};
export const check = async (event, context) => ({ statusCode: codes.get(event.email) === event.code ? 200 : 401 });
`,
      errors: [{ messageId: 'memoryRecord', data: { name: 'codes', where: 'send, line 6' }, line: 3, column: 7 }],
    },
    {
      name: 'settings that one route writes and another reads',
      code: `
import express from 'express';
const app = express();
let settings = { theme: 'light', language: 'en' };
app.put('/settings', (req, res) => {
  settings = { ...settings, ...req.body };
  res.json(settings);
});
app.get('/settings', (req, res) => res.json(settings));
`,
      errors: [{ messageId: 'memoryRecord', data: { name: 'settings', where: 'PUT /settings, line 6' }, line: 4, column: 5 }],
    },
    {
      name: 'vouchers taken from a list',
      code: `
const vouchers = ['A7-110', 'A7-111', 'A7-112'];
export const handler = async (event) => {
  const voucher = vouchers.pop();
  return { statusCode: voucher ? 200 : 410, body: voucher };
};
`,
      errors: [{ messageId: 'memoryRecordTaken', data: { name: 'vouchers', where: 'handler, line 4' }, line: 2, column: 7 }],
    },
  ],
});

tester.run('no-memory-record: places', noMemoryRecord, {
  valid: [
    {
      name: 'sessions of a Durable Object',
      code: `
import { DurableObject } from 'cloudflare:workers';
export class Sessions extends DurableObject {
  private readonly sessions = new Map<string, { userId: string }>();
  open(token: string, userId: string) {
    this.sessions.set(token, { userId });
  }
  find(token: string) {
    return this.sessions.get(token);
  }
}
`,
    },
    {
      name: 'the same module as a part of a page',
      code: `
'use client';
const carts = new Map<string, string[]>();
export function addToCart(session: string, sku: string) {
  const cart = carts.get(session) ?? [];
  carts.set(session, [...cart, sku]);
}
export function readCart(session: string) {
  return carts.get(session);
}
`,
      filename: 'lib/carts.ts',
    },
  ],
  invalid: [
    {
      name: 'sessions in a field of an injectable',
      code: `
import { Injectable } from '@nestjs/common';
@Injectable()
export class Sessions {
  private readonly sessions = new Map<string, { userId: string }>();
  open(token: string, userId: string) {
    this.sessions.set(token, { userId });
  }
  find(token: string) {
    return this.sessions.get(token);
  }
}
`,
      errors: [{ messageId: 'memoryRecord', data: { name: 'sessions', where: 'open, line 7' }, line: 5, column: 20 }],
    },
    {
      name: 'a library file keeps carts for its callers',
      code: `
const carts = new Map<string, string[]>();
export function addToCart(session: string, sku: string) {
  const cart = carts.get(session) ?? [];
  carts.set(session, [...cart, sku]);
}
export function readCart(session: string) {
  return carts.get(session);
}
`,
      filename: 'lib/carts.ts',
      errors: [{ messageId: 'memoryRecord', data: { name: 'carts', where: 'addToCart, line 5' }, line: 2, column: 7 }],
    },
  ],
});

tester.run('no-memory-record: settings', noMemoryRecord, {
  valid: [
    {
      name: 'the same todos called benign',
      code: `
const todos = [];
export const onMessage = async (message) => {
  todos.push(message.todo);
};
export const onQuery = async (query) => todos.filter((todo) => todo.owner === query.owner);
`,
      settings: { stateless: { handlers: [{ exportNames: ['onMessage', 'onQuery'] }], benignNames: ['todos'] } },
    },
  ],
  invalid: [
    {
      name: 'todos of the handlers of the settings',
      code: `
const todos = [];
export const onMessage = async (message) => {
  todos.push(message.todo);
};
export const onQuery = async (query) => todos.filter((todo) => todo.owner === query.owner);
`,
      settings: { stateless: { handlers: [{ exportNames: ['onMessage', 'onQuery'] }] } },
      errors: [{ messageId: 'memoryRecord', data: { name: 'todos', where: 'onMessage, line 4' }, line: 2, column: 7 }],
    },
  ],
});

const TARIFFS_BY_KIND = `
const tariffs = new Map();
export function addTariff(tariff) {
  tariffs.set(tariff.kind, tariff);
}
export const tariffFor = (kind) => tariffs.get(kind);
`;

tester.run('no-memory-record: strict', noMemoryRecord, {
  valid: [{ name: 'a table by kind, in a file without a handler', code: TARIFFS_BY_KIND }],
  invalid: [
    {
      name: 'a table by kind, wherever it stands',
      code: TARIFFS_BY_KIND,
      options: [{ strict: true }],
      errors: [{ messageId: 'memoryRecord', data: { name: 'tariffs', where: 'addTariff, line 4' }, line: 2, column: 7 }],
    },
  ],
});
