import { RuleTester } from '@typescript-eslint/rule-tester';

import { noRequestLeak } from '../../rules/no-request-leak.js';

const tester = new RuleTester();

tester.run('no-request-leak: variables', noRequestLeak, {
  valid: [
    {
      name: 'the user of a request that is passed to a helper',
      code: `
import { listOrders } from './shop';
const ordersOfUser = (user) => listOrders(user.id);
export async function GET(request) {
  const currentUser = { id: request.headers.get('x-user') };
  return Response.json(await ordersOfUser(currentUser));
}
`,
    },
    {
      name: 'what middleware keeps on the response',
      code: `
import express from 'express';
import { listInvoices } from './invoices';
const app = express();
app.use((req, res, next) => {
  if (req.headers['x-tenant']) res.locals.tenant = req.headers['x-tenant'];
  next();
});
app.get('/invoices', async (req, res) => res.json(await listInvoices(res.locals.tenant)));
`,
    },
    {
      name: 'headers of one response',
      code: `
import { isPartner } from './partners';
const defaults = { 'content-type': 'application/json' };
export const handler = async (event) => {
  const headers = { ...defaults };
  if (isPartner(event.headers.origin)) headers['access-control-allow-origin'] = event.headers.origin;
  return { statusCode: 200, headers, body: '{}' };
};
`,
    },
  ],
  invalid: [
    {
      name: 'the user of a request that a helper reads',
      code: `
import { findUser, listOrders } from './shop';
let currentUser;
const ordersOfUser = () => listOrders(currentUser.id);
export async function GET(request) {
  const user = await findUser(request.headers.get('authorization'));
  if (user) currentUser = request.headers.get('x-user');
  return Response.json(await ordersOfUser());
}
`,
      errors: [{ messageId: 'requestLeak', data: { name: 'currentUser', where: 'GET, line 7' }, line: 3, column: 5 }],
    },
    {
      name: 'what middleware keeps for the next handler',
      code: `
import express from 'express';
import { listInvoices } from './invoices';
const app = express();
let tenant;
app.use((req, res, next) => {
  if (req.headers['x-tenant']) tenant = req.headers['x-tenant'];
  next();
});
app.get('/invoices', async (req, res) => res.json(await listInvoices(tenant)));
`,
      errors: [{ messageId: 'requestLeak', data: { name: 'tenant', where: 'app.use, line 7' }, line: 5, column: 5 }],
    },
    {
      name: 'headers that every response shares',
      code: `
import { isPartner } from './partners';
const headers = { 'content-type': 'application/json' };
export const handler = async (event) => {
  if (isPartner(event.headers.origin)) headers['access-control-allow-origin'] = event.headers.origin;
  return { statusCode: 200, headers, body: '{}' };
};
`,
      errors: [
        {
          messageId: 'requestLeak',
          data: { name: 'headers.access-control-allow-origin', where: 'handler, line 5' },
          line: 3,
          column: 7,
          suggestions: [
            {
              messageId: 'moveIntoHandler',
              data: { name: 'headers' },
              output: `
import { isPartner } from './partners';
export const handler = async (event) => {
  const headers = { 'content-type': 'application/json' };
  if (isPartner(event.headers.origin)) headers['access-control-allow-origin'] = event.headers.origin;
  return { statusCode: 200, headers, body: '{}' };
};
`,
            },
          ],
        },
      ],
    },
  ],
});

tester.run('no-request-leak: clients', noRequestLeak, {
  valid: [
    {
      name: 'a client made of the environment',
      code: `
import { Client } from '@acme/crm';
let client;
export const handler = async (event) => {
  client ??= new Client({ token: process.env.CRM_TOKEN });
  return client.contacts(event.query);
};
`,
    },
    {
      name: 'a client of one invocation',
      code: `
import { Client } from '@acme/crm';
export const handler = async (event) => {
  const client = new Client();
  client.setAccessToken(event.headers.authorization);
  return client.contacts();
};
`,
    },
    {
      name: 'a setter of an imported client with a value of the environment',
      code: `
import { mailer } from './mailer';
export const handler = async (event) => {
  mailer.setApiKey(process.env.MAIL_KEY);
  await mailer.send(event.mail);
};
`,
    },
    {
      name: 'a key of the logger that is removed',
      code: `
import { Logger } from '@aws-lambda-powertools/logger';
import { saveOrder } from './orders';
const logger = new Logger();
export const handler = async (event) => {
  logger.appendKeys({ customerId: event.customerId });
  try {
    await saveOrder(event);
    logger.info('saved');
  } finally {
    logger.removeKeys(['customerId']);
  }
};
`,
    },
  ],
  invalid: [
    {
      name: 'a client made of the first request',
      code: `
import { Client } from '@acme/crm';
let client;
export const handler = async (event) => {
  client ??= new Client({ token: event.headers.authorization });
  return client.contacts();
};
`,
      errors: [
        {
          messageId: 'requestLeakLazy',
          data: { name: 'client', where: 'handler, line 5' },
          line: 3,
          column: 5,
          suggestions: [
            {
              messageId: 'moveIntoHandler',
              data: { name: 'client' },
              output: `
import { Client } from '@acme/crm';
export const handler = async (event) => {
  let client;
  client ??= new Client({ token: event.headers.authorization });
  return client.contacts();
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a setter of a shared client',
      code: `
import { Client } from '@acme/crm';
const client = new Client();
export const handler = async (event) => {
  client.setAccessToken(event.headers.authorization);
  return client.contacts();
};
`,
      errors: [{ messageId: 'requestLeakSetter', data: { name: 'client', where: 'handler, line 5' }, line: 3, column: 7 }],
    },
    {
      name: 'a setter of an imported client',
      code: `
import { mailer } from './mailer';
export const handler = async (event) => {
  mailer.setApiKey(event.apiKey);
  await mailer.send(event.mail);
};
`,
      errors: [{ messageId: 'requestLeakSetter', data: { name: 'mailer', where: 'handler, line 4' }, line: 4, column: 3 }],
    },
    {
      name: 'a key of the logger that stays on one path',
      code: `
import { Logger } from '@aws-lambda-powertools/logger';
import { saveOrder } from './orders';
const logger = new Logger();
export const handler = async (event) => {
  if (event.customerId) logger.appendKeys({ customerId: event.customerId });
  await saveOrder(event);
  logger.info('saved');
};
`,
      errors: [{ messageId: 'requestLeakSetter', data: { name: 'logger', where: 'handler, line 6' }, line: 4, column: 7 }],
    },
  ],
});

tester.run('no-request-leak: the environment', noRequestLeak, {
  valid: [
    {
      name: 'the environment is read',
      code: `
import { renderReceipt } from './receipts';
export const handler = async (event) => renderReceipt(event.orderId, event.locale ?? process.env.LOCALE);
`,
    },
  ],
  invalid: [
    {
      name: 'the environment',
      code: `
import { renderReceipt } from './receipts';
export const handler = async (event) => {
  process.env.LOCALE = event.locale;
  return renderReceipt(event.orderId);
};
`,
      errors: [{ messageId: 'requestLeak', data: { name: 'process.env.LOCALE', where: 'handler, line 4' }, line: 4, column: 3 }],
    },
  ],
});

tester.run('no-request-leak: strict and settings', noRequestLeak, {
  valid: [
    {
      name: 'a value that every invocation overwrites first',
      code: `
import { audit, saveOrder } from './orders';
let requestId;
export const handler = async (event) => {
  requestId = event.requestId;
  await saveOrder(event);
  await audit(requestId);
};
`,
    },
    {
      name: 'the same value called benign, in strict',
      code: `
import { audit, saveOrder } from './orders';
let requestId;
export const handler = async (event) => {
  requestId = event.requestId;
  await saveOrder(event);
  await audit(requestId);
};
`,
      options: [{ strict: true }],
      settings: { stateless: { benignNames: ['requestId'] } },
    },
  ],
  invalid: [
    {
      name: 'a value that every invocation overwrites first, in strict',
      code: `
import { audit, saveOrder } from './orders';
let requestId;
export const handler = async (event) => {
  requestId = event.requestId;
  await saveOrder(event);
  await audit(requestId);
};
`,
      options: [{ strict: true }],
      errors: [
        {
          messageId: 'requestLeak',
          data: { name: 'requestId', where: 'handler, line 5' },
          line: 3,
          column: 5,
          suggestions: [
            {
              messageId: 'moveIntoHandler',
              data: { name: 'requestId' },
              output: `
import { audit, saveOrder } from './orders';
export const handler = async (event) => {
  let requestId;
  requestId = event.requestId;
  await saveOrder(event);
  await audit(requestId);
};
`,
            },
          ],
        },
      ],
    },
  ],
});
