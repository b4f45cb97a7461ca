import { noMemoryTimer } from '../../rules/no-memory-timer.js';
import { testRewrites } from './test-rewrites.js';

testRewrites('await, or hand over', noMemoryTimer, {
  reported: 'detachedWork',
  rewritten: [
    {
      name: 'the context of a worker',
      filename: 'src/index.ts',
      code: `import { audit, findPage } from './pages';
export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext) {
    const page = await findPage(env.PAGES, request.url);
    audit(request.url).catch(() => undefined);
    return new Response(page);
  },
};
`,
      suggestions: [
        {
          messageId: 'handOverWork',
          output: `import { audit, findPage } from './pages';
export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext) {
    const page = await findPage(env.PAGES, request.url);
    ctx.waitUntil(audit(request.url).catch(() => undefined));
    return new Response(page);
  },
};
`,
        },
        {
          messageId: 'awaitWork',
          output: `import { audit, findPage } from './pages';
export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext) {
    const page = await findPage(env.PAGES, request.url);
    await audit(request.url).catch(() => undefined);
    return new Response(page);
  },
};
`,
        },
      ],
    },
    {
      name: 'the event of a service worker, in a function that is not asynchronous',
      filename: 'src/worker.js',
      code: `import { answer, writeVisit } from './visits';
addEventListener('fetch', (event) => {
  void writeVisit(event.request.url);
  event.respondWith(answer(event.request));
});
`,
      suggestions: [
        {
          messageId: 'handOverWork',
          output: `import { answer, writeVisit } from './visits';
addEventListener('fetch', (event) => {
  event.waitUntil(writeVisit(event.request.url));
  event.respondWith(answer(event.request));
});
`,
        },
      ],
    },
    {
      name: '`after` of Next.js, merged into the import of its module',
      filename: 'app/api/orders/route.ts',
      code: `import { NextResponse } from 'next/server';
import { saveOrder, sendReceipt } from '@/lib/orders';

export async function POST(request: Request) {
  const order = await saveOrder(await request.json());
  void sendReceipt(order);
  return NextResponse.json(order);
}
`,
      suggestions: [
        {
          messageId: 'handOverWork',
          output: `import { NextResponse, after } from 'next/server';
import { saveOrder, sendReceipt } from '@/lib/orders';

export async function POST(request: Request) {
  const order = await saveOrder(await request.json());
  after(sendReceipt(order));
  return NextResponse.json(order);
}
`,
        },
        {
          messageId: 'awaitWork',
          output: `import { NextResponse } from 'next/server';
import { saveOrder, sendReceipt } from '@/lib/orders';

export async function POST(request: Request) {
  const order = await saveOrder(await request.json());
  await sendReceipt(order);
  return NextResponse.json(order);
}
`,
        },
      ],
    },
    {
      name: '`after` in a server action, below its directive',
      filename: 'app/orders/actions.ts',
      code: `'use server'

import { cancel, tellWarehouse } from '@/lib/orders'

export async function cancelOrder(id: string) {
  await cancel(id)
  tellWarehouse(id).catch(console.error)
}
`,
      suggestions: [
        {
          messageId: 'handOverWork',
          output: `'use server'

import { cancel, tellWarehouse } from '@/lib/orders'
import { after } from 'next/server'

export async function cancelOrder(id: string) {
  await cancel(id)
  after(tellWarehouse(id).catch(console.error))
}
`,
        },
        {
          messageId: 'awaitWork',
          output: `'use server'

import { cancel, tellWarehouse } from '@/lib/orders'

export async function cancelOrder(id: string) {
  await cancel(id)
  await tellWarehouse(id).catch(console.error)
}
`,
        },
      ],
    },
    {
      name: 'a `waitUntil` that the file imports',
      filename: 'api/orders.ts',
      code: `import { waitUntil } from '@vercel/functions';
import { saveOrder, sendReceipt, tellWarehouse } from './orders';
export async function POST(request: Request) {
  const order = await saveOrder(await request.json());
  waitUntil(tellWarehouse(order));
  void sendReceipt(order);
  return Response.json(order);
}
`,
      suggestions: [
        {
          messageId: 'handOverWork',
          output: `import { waitUntil } from '@vercel/functions';
import { saveOrder, sendReceipt, tellWarehouse } from './orders';
export async function POST(request: Request) {
  const order = await saveOrder(await request.json());
  waitUntil(tellWarehouse(order));
  waitUntil(sendReceipt(order));
  return Response.json(order);
}
`,
        },
        {
          messageId: 'awaitWork',
          output: `import { waitUntil } from '@vercel/functions';
import { saveOrder, sendReceipt, tellWarehouse } from './orders';
export async function POST(request: Request) {
  const order = await saveOrder(await request.json());
  waitUntil(tellWarehouse(order));
  await sendReceipt(order);
  return Response.json(order);
}
`,
        },
      ],
    },
    {
      name: 'a loop over the records of a batch',
      code: `
import { push } from './devices';
export const handler = async (event) => {
  event.Records.forEach(async (record) => {
    await push(record.body);
  });
};
`,
      suggestions: [
        {
          messageId: 'awaitWork',
          output: `
import { push } from './devices';
export const handler = async (event) => {
  await Promise.all(event.Records.map(async (record) => {
    await push(record.body);
  }));
};
`,
        },
      ],
    },
  ],
  left: [
    {
      name: 'a loop over something that may be no array',
      code: `
import { followersOf, push } from './followers';
export const handler = async (event) => {
  const followers = await followersOf(event.author);
  followers.forEach(async (follower) => {
    await push(follower.device, event.title);
  });
};
`,
    },
    {
      name: 'work behind a pause that nobody should wait for',
      code: `
import { setTimeout as wait } from 'node:timers/promises';
import { createOffer, withdrawOffer } from './offers';
export const handler = async (event) => {
  const offer = await createOffer(event);
  wait(900_000).then(() => withdrawOffer(offer.id));
  return offer;
};
`,
    },
    {
      name: 'work inside of which more is left behind',
      code: `
import { publish, upload } from './files';
export const handler = async (event) => {
  upload(event.file).then((stored) => {
    publish(stored.id).catch(console.error);
  }).catch(console.error);
};
`,
    },
    {
      name: 'work that is meant for the background, on a platform without waitUntil',
      code: `
import { publishInBackground } from './reports';
export const handler = async (event) => {
  void publishInBackground(event.report);
  return { statusCode: 202 };
};
`,
    },
    {
      name: 'a function that is not asynchronous, on a platform without waitUntil',
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
    },
  ],
});
