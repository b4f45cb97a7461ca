import { RuleTester } from '@typescript-eslint/rule-tester';
import { noMemoryTimer } from '../../rules/no-memory-timer.js';

const tester = new RuleTester();

tester.run('no-memory-timer: timers set by an invocation', noMemoryTimer, {
  valid: [
    {
      name: 'a seat is released by a scheduled message',
      code: `
import { holdSeat, scheduleRelease } from './seats';
export const handler = async (event) => {
  const hold = await holdSeat(event.seat);
  await scheduleRelease(hold.id, 900);
  return hold;
};
`,
    },
    {
      name: 'a pause between two polls is awaited',
      code: `
import { exportState, finishExport } from './exports';
export const handler = async (event) => {
  while ((await exportState(event.id)) !== 'ready') {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await finishExport(event.id);
};
`,
    },
    {
      name: 'a promise waits for what its timer does',
      code: `
import { chargeCard } from './payments';
export const handler = async (event) =>
  new Promise((resolve) => {
    setTimeout(async () => resolve(await chargeCard(event.order)), 1_000);
  });
`,
    },
    {
      name: 'a time limit is cleared by the request',
      code: `
import { askSupplier, reportSlowSupplier } from './suppliers';
export const handler = async (event) => {
  const limit = setTimeout(() => reportSlowSupplier(event.sku).catch(console.error), 2_000);
  try {
    return await askSupplier(event.sku);
  } finally {
    clearTimeout(limit);
  }
};
`,
    },
    {
      name: 'an abort timer has no effect of its own',
      code: `
export const handler = async (event) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 3_000);
  return (await fetch(event.url, { signal: controller.signal })).json();
};
`,
    },
    {
      name: 'an entry of a map expires',
      code: `
const codes = new Map();
export const handler = async (event) => {
  codes.set(event.phone, event.code);
  setTimeout(() => codes.delete(event.phone), 60_000);
};
`,
    },
    {
      name: 'an interval prunes a map',
      code: `
const quotes = new Map();
setInterval(() => {
  for (const [symbol, quote] of quotes) if (quote.expires < Date.now()) quotes.delete(symbol);
}, 60_000).unref();
export const handler = async (event) => quotes.get(event.symbol);
`,
    },
    {
      name: 'ticks of an open stream are cleared when it closes',
      code: `
import express from 'express';
import { latestScore } from './scores';
const app = express();
app.get('/scores', (req, res) => {
  const ticks = setInterval(async () => res.write(await latestScore()), 1_000);
  req.on('close', () => clearInterval(ticks));
});
`,
    },
    {
      name: 'timers of a page',
      code: `
'use client';
import { saveDraft } from './drafts';
export function Editor({ text }) {
  setTimeout(() => saveDraft(text).catch(console.error), 1_000);
}
`,
    },
    {
      name: 'a method of a builder that is named like a timer',
      code: `
import { Transaction } from './ledger';
export const handler = async (event) => new Transaction(event).setTimeout(30).submit();
`,
    },
    {
      name: 'the loop of a program that starts and stops it',
      code: `
import { db } from './db';
export class LeaseKeeper {
  start() {
    this.timer = setInterval(() => db.leases.update({ data: { at: Date.now() } }), 5_000);
  }
  stop() {
    clearInterval(this.timer);
  }
}
`,
    },
  ],
  invalid: [
    {
      name: 'a seat is released by a timer',
      code: `
import { holdSeat, releaseSeat } from './seats';
export const handler = async (event) => {
  const hold = await holdSeat(event.seat);
  setTimeout(() => releaseSeat(hold.id), 900_000);
  return hold;
};
`,
      errors: [
        { messageId: 'memoryTimer', data: { timer: 'setTimeout', work: 'releaseSeat', where: 'handler, line 5' }, line: 5, column: 3 },
      ],
    },
    {
      name: 'a timer in a helper names the chain',
      code: `
import { postToPartner } from './partner';
function tryAgainLater(order) {
  setTimeout(() => void postToPartner(order), 60_000);
}
export const handler = async (event) => {
  if (!(await postToPartner(event))) tryAgainLater(event);
};
`,
      errors: [
        {
          messageId: 'memoryTimer',
          data: { timer: 'setTimeout', work: 'postToPartner', where: 'handler → tryAgainLater, line 4' },
          line: 4,
          column: 3,
        },
      ],
    },
    {
      name: 'a flush of collected rows, although the handle is kept and cleared elsewhere',
      code: `
import { db } from './db';
let timer;
const rows = [];
async function flush() {
  await db.event.createMany({ data: rows.splice(0) });
}
export function track(row) {
  rows.push(row);
  clearTimeout(timer);
  timer = setTimeout(flush, 5_000);
}
`,
      errors: [{ messageId: 'memoryTimer', data: { timer: 'setTimeout', work: 'flush', where: 'track, line 11' }, line: 11, column: 11 }],
    },
    {
      name: 'an interval that works while the module loads',
      code: `
import { expireCarts, listCarts } from './carts';
setInterval(() => {
  expireCarts().catch(console.error);
}, 60_000);
export const handler = async () => listCarts();
`,
      errors: [
        {
          messageId: 'memoryTimer',
          data: { timer: 'setInterval', work: 'expireCarts', where: 'while the module loads, line 3' },
          line: 3,
          column: 1,
        },
      ],
    },
    {
      name: 'a microtask and an immediate after the response',
      code: `
import { notifyOutbid, writeAuditRow } from './auctions';
export const handler = async (event) => {
  queueMicrotask(() => notifyOutbid(event.lot));
  setImmediate(() => writeAuditRow(event.lot));
  return { statusCode: 201 };
};
`,
      errors: [
        { messageId: 'memoryTimer', data: { timer: 'queueMicrotask', work: 'notifyOutbid', where: 'handler, line 4' }, line: 4, column: 3 },
        { messageId: 'memoryTimer', data: { timer: 'setImmediate', work: 'writeAuditRow', where: 'handler, line 5' }, line: 5, column: 3 },
      ],
    },
    {
      name: 'timers of the timers module',
      code: `
import { setTimeout } from 'node:timers';
import { remindPatient } from './reminders';
export const handler = async (event) => {
  setTimeout(() => remindPatient(event.id), 3_600_000);
};
`,
      errors: [
        { messageId: 'memoryTimer', data: { timer: 'setTimeout', work: 'remindPatient', where: 'handler, line 5' }, line: 5, column: 3 },
      ],
    },
  ],
});

tester.run('no-memory-timer: promises that nobody waits for', noMemoryTimer, {
  valid: [
    {
      name: 'a mail is awaited',
      code: `
import { createAccount, sendWelcome } from './accounts';
export const handler = async (event) => {
  const account = await createAccount(event);
  await sendWelcome(account).catch(console.error);
  return account;
};
`,
    },
    {
      name: 'a mail is handed to waitUntil',
      code: `
import { waitUntil } from '@vercel/functions';
import { sendWelcome } from './accounts';
export const handler = async (event) => {
  waitUntil(sendWelcome(event).catch(console.error));
  return { statusCode: 201 };
};
`,
    },
    {
      name: 'promises are collected and awaited together',
      code: `
import { pushTo } from './devices';
export const handler = async (event) => {
  const sent = [];
  event.devices.forEach((device) => {
    sent.push(pushTo(device).catch(console.error));
  });
  await Promise.all(sent);
};
`,
    },
    {
      name: 'a chain answers the request',
      code: `
const express = require('express');
const { addOrder } = require('./orders');
const app = express();
app.post('/orders', (req, res, next) => {
  addOrder(req.body).then((order) => res.status(201).json(order)).catch(next);
});
module.exports = app;
`,
    },
    {
      name: 'a writer feeds the stream that is returned',
      code: `
import { sendRows } from './rows';
export default {
  async fetch() {
    const { readable, writable } = new TransformStream();
    const writer = writable.getWriter();
    (async () => {
      await sendRows(writer);
      await writer.close();
    })();
    return new Response(readable);
  },
};
`,
    },
    {
      name: 'a call of an imported function that may be synchronous',
      code: `
import { notifyWarehouse } from './warehouse';
export const handler = async (event) => {
  notifyWarehouse(event.order);
  return { statusCode: 202 };
};
`,
    },
    {
      name: 'a reader is cancelled and a logger flushed',
      code: `
import { logger } from './logger';
export const handler = async (event) => {
  const reader = event.stream.getReader();
  void reader.cancel();
  logger.flush().catch(console.error);
};
`,
    },
    {
      name: 'a local function that only reads',
      code: `
async function warmPrices() {
  await fetch('https://prices.example.com/today');
}
export const handler = async () => {
  warmPrices();
  return { statusCode: 200 };
};
`,
    },
    {
      name: 'a Lambda with a callback runs until its event loop is empty',
      code: `
const { downloadFrontPage, saveImage } = require('./newspaper');
exports.handler = (event, context, callback) => {
  downloadFrontPage().then((page) => saveImage(page)).catch(console.error);
};
`,
    },
    {
      name: 'an alarm of a library that no server is known to use',
      code: `
import { playSound } from './sounds';
export function ring() {
  void playSound('bell');
}
`,
    },
  ],
  invalid: [
    {
      name: 'a mail with its failure logged',
      code: `
import { createAccount, sendWelcome } from './accounts';
export const handler = async (event) => {
  const account = await createAccount(event);
  sendWelcome(account).catch(console.error);
  return account;
};
`,
      errors: [
        {
          messageId: 'detachedWork',
          data: { work: 'sendWelcome', where: 'handler, line 5' },
          line: 5,
          column: 3,
          suggestions: [
            {
              messageId: 'awaitWork',
              data: { work: 'sendWelcome' },
              output: `
import { createAccount, sendWelcome } from './accounts';
export const handler = async (event) => {
  const account = await createAccount(event);
  await sendWelcome(account).catch(console.error);
  return account;
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call marked with void',
      code: `
import { embedNote, saveNote } from './notes';
Deno.serve(async (request) => {
  const note = await saveNote(await request.json());
  void embedNote(note.id);
  return Response.json(note);
});
`,
      errors: [
        {
          messageId: 'detachedWork',
          data: { work: 'embedNote', where: 'Deno.serve, line 5' },
          line: 5,
          column: 3,
          suggestions: [
            {
              messageId: 'awaitWork',
              data: { work: 'embedNote' },
              output: `
import { embedNote, saveNote } from './notes';
Deno.serve(async (request) => {
  const note = await saveNote(await request.json());
  await embedNote(note.id);
  return Response.json(note);
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an asynchronous function of the file',
      code: `
const express = require('express');
const { renderReport, mailLink } = require('./reports');
const app = express();
async function produce(company) {
  await mailLink(company, await renderReport(company));
}
app.post('/reports', (req, res) => {
  produce(req.body.company);
  res.sendStatus(202);
});
module.exports = app;
`,
      errors: [{ messageId: 'detachedWork', data: { work: 'produce', where: 'POST /reports, line 9' }, line: 9, column: 3 }],
    },
    {
      name: 'an immediately called function',
      code: `
import { closeAuction, invoice } from './auctions';
export const handler = async (event) => {
  const closed = await closeAuction(event.lot);
  (async () => {
    await invoice(closed.winner, closed.price);
  })();
  return closed;
};
`,
      errors: [
        {
          messageId: 'detachedWork',
          data: { work: 'invoice', where: 'handler, line 5' },
          line: 5,
          column: 3,
          suggestions: [
            {
              messageId: 'awaitWork',
              data: { work: 'invoice' },
              output: `
import { closeAuction, invoice } from './auctions';
export const handler = async (event) => {
  const closed = await closeAuction(event.lot);
  await (async () => {
    await invoice(closed.winner, closed.price);
  })();
  return closed;
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'asynchronous callbacks of forEach',
      code: `
import { followersOf, push } from './followers';
export const handler = async (event) => {
  const followers = await followersOf(event.author);
  followers.forEach(async (follower) => {
    await push(follower.device, event.title);
  });
};
`,
      errors: [{ messageId: 'detachedWork', data: { work: 'push', where: 'handler, line 5' }, line: 5, column: 3 }],
    },
    {
      name: 'a request and an SDK command',
      code: `
import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
const sns = new SNSClient({});
export const handler = async (event) => {
  fetch('https://statistics.example.com', { method: 'POST', body: event.body });
  sns.send(new PublishCommand({ Message: event.body }));
  return { statusCode: 204 };
};
`,
      errors: [
        {
          messageId: 'detachedWork',
          data: { work: 'fetch', where: 'handler, line 5' },
          line: 5,
          column: 3,
          suggestions: [
            {
              messageId: 'awaitWork',
              data: { work: 'fetch' },
              output: `
import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
const sns = new SNSClient({});
export const handler = async (event) => {
  await fetch('https://statistics.example.com', { method: 'POST', body: event.body });
  sns.send(new PublishCommand({ Message: event.body }));
  return { statusCode: 204 };
};
`,
            },
          ],
        },
        {
          messageId: 'detachedWork',
          data: { work: 'sns.send', where: 'handler, line 6' },
          line: 6,
          column: 3,
          suggestions: [
            {
              messageId: 'awaitWork',
              data: { work: 'sns.send' },
              output: `
import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
const sns = new SNSClient({});
export const handler = async (event) => {
  fetch('https://statistics.example.com', { method: 'POST', body: event.body });
  await sns.send(new PublishCommand({ Message: event.body }));
  return { statusCode: 204 };
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'work that follows a long pause',
      code: `
import { setTimeout as wait } from 'node:timers/promises';
import { createOffer, withdrawOffer } from './offers';
export const handler = async (event) => {
  const offer = await createOffer(event.product);
  wait(1_200_000).then(() => withdrawOffer(offer.id));
  return offer;
};
`,
      errors: [{ messageId: 'detachedWork', data: { work: 'withdrawOffer', where: 'handler, line 6' }, line: 6, column: 3 }],
    },
  ],
});
