import { RuleTester } from '@typescript-eslint/rule-tester';

import { noModuleState } from '../../rules/no-module-state.js';

const tester = new RuleTester();

tester.run('no-module-state: switches', noModuleState, {
  valid: [
    {
      name: 'a mode of the environment',
      code: `
import express from 'express';
const app = express();
let maintenance = false;
if (process.env.MAINTENANCE === 'on') maintenance = true;
app.get('/shop', (req, res) => (maintenance ? res.sendStatus(503) : res.send('open')));
`,
    },
    {
      name: 'a fallback of one invocation',
      code: `
import { askPrimary, askReplica } from './stock';
export const handler = async (event) => {
  let useReplica = false;
  try {
    return await askPrimary(event.sku);
  } catch {
    useReplica = true;
  }
  return useReplica ? askReplica(event.sku) : undefined;
};
`,
    },
    {
      name: 'defaults that are copied',
      code: `
import { renderPdf } from './pdf';
const defaults = { format: 'A4', margin: 20 };
export const handler = async (event) => {
  const page = { ...defaults };
  if (event.layout === 'wide') page.format = 'A3';
  return renderPdf(event.html, page);
};
`,
    },
  ],
  invalid: [
    {
      name: 'a mode that a request switches',
      code: `
import express from 'express';
const app = express();
let maintenance = false;
app.post('/maintenance', (req, res) => {
  maintenance = !maintenance;
  res.sendStatus(204);
});
app.get('/shop', (req, res) => (maintenance ? res.sendStatus(503) : res.send('open')));
`,
      errors: [{ messageId: 'moduleState', data: { name: 'maintenance', where: 'POST /maintenance, line 6' }, line: 4, column: 5 }],
    },
    {
      name: 'a fallback for good',
      code: `
import { askPrimary, askReplica } from './stock';
let useReplica = false;
export const handler = async (event) => {
  try {
    return await (useReplica ? askReplica : askPrimary)(event.sku);
  } catch (error) {
    useReplica = true;
    throw error;
  }
};
`,
      errors: [{ messageId: 'moduleState', data: { name: 'useReplica', where: 'handler, line 8' }, line: 3, column: 5 }],
    },
    {
      name: 'defaults that one request changes',
      code: `
import { renderPdf } from './pdf';
const page = { format: 'A4', margin: 20 };
export const handler = async (event) => {
  if (event.layout === 'wide') page.format = 'A3';
  return renderPdf(event.html, page);
};
`,
      errors: [{ messageId: 'moduleState', data: { name: 'page.format', where: 'handler, line 5' }, line: 3, column: 16 }],
    },
  ],
});

tester.run('no-module-state: lists', noModuleState, {
  valid: [
    {
      name: 'a copy that is reversed',
      code: `
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
export async function GET(request) {
  const isDescending = new URL(request.url).searchParams.has('desc');
  return Response.json(isDescending ? [...weekdays].reverse() : weekdays);
}
`,
    },
  ],
  invalid: [
    {
      name: 'a shared list that is reversed',
      code: `
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
export async function GET(request) {
  const isDescending = new URL(request.url).searchParams.has('desc');
  return Response.json(isDescending ? weekdays.reverse() : weekdays);
}
`,
      errors: [{ messageId: 'moduleState', data: { name: 'weekdays', where: 'GET, line 5' }, line: 2, column: 7 }],
    },
  ],
});

tester.run('no-module-state: places', noModuleState, {
  valid: [
    {
      name: 'a member of an imported object that is read',
      code: `
import { flags } from './flags';
import { quote } from './quotes';
export const handler = async (event) => quote(event, event.beta || flags.newPricing);
`,
    },
    {
      name: 'an abort controller of one invocation',
      code: `
export const handler = async (event) => {
  const controller = new AbortController();
  if (event.cancel) controller.abort();
  return (await fetch(event.url, { signal: controller.signal })).json();
};
`,
    },
    {
      name: 'the same field called benign',
      code: `
class Warehouse {
  host = 'primary.example.com';
  async stock(sku) {
    try {
      return await fetch(\`https://\${this.host}/\${sku}\`);
    } catch (error) {
      this.host = 'replica.example.com';
      throw error;
    }
  }
}
const warehouse = new Warehouse();
export const handler = async (event) => warehouse.stock(event.sku);
`,
      settings: { stateless: { benignNames: ['host'] } },
    },
    {
      name: 'a flag that the same handler keeps to itself',
      code: `
import { publish } from './prices';
export const onPrice = async (price) => {
  let isFrozen = false;
  if (price.final) isFrozen = true;
  await publish(price, isFrozen);
};
`,
      filename: 'src/jobs/prices.ts',
      settings: { stateless: { handlers: [{ exportNames: ['onPrice'] }] } },
    },
  ],
  invalid: [
    {
      name: 'a member of an imported object',
      code: `
import { flags } from './flags';
import { quote } from './quotes';
export const handler = async (event) => {
  if (event.beta) flags.newPricing = true;
  return quote(event, flags.newPricing);
};
`,
      errors: [{ messageId: 'moduleState', data: { name: 'flags.newPricing', where: 'handler, line 5' }, line: 5, column: 19 }],
    },
    {
      name: 'an abort controller that one request aborts',
      code: `
const controller = new AbortController();
export const handler = async (event) => {
  if (event.cancel) controller.abort();
  return (await fetch(event.url, { signal: controller.signal })).json();
};
`,
      errors: [{ messageId: 'moduleState', data: { name: 'controller', where: 'handler, line 4' }, line: 2, column: 7 }],
    },
    {
      name: 'a field of a client of one instance',
      code: `
class Warehouse {
  host = 'primary.example.com';
  async stock(sku) {
    try {
      return await fetch(\`https://\${this.host}/\${sku}\`);
    } catch (error) {
      this.host = 'replica.example.com';
      throw error;
    }
  }
}
const warehouse = new Warehouse();
export const handler = async (event) => warehouse.stock(event.sku);
`,
      errors: [{ messageId: 'moduleState', data: { name: 'host', where: 'handler → stock, line 8' }, line: 3, column: 3 }],
    },
    {
      name: 'a flag of an exported handler that only a settings entry names',
      code: `
import { publish } from './prices';
let isFrozen = false;
export const onPrice = async (price) => {
  if (price.final) isFrozen = true;
  await publish(price, isFrozen);
};
`,
      filename: 'src/jobs/prices.ts',
      settings: { stateless: { handlers: [{ exportNames: ['onPrice'] }] } },
      errors: [{ messageId: 'moduleState', data: { name: 'isFrozen', where: 'onPrice, line 5' }, line: 3, column: 5 }],
    },
  ],
});

const SWITCH_OF_A_LIBRARY = `
import { postMail } from './mail';
let isOff = false;
export function switchMailOff() {
  isOff = true;
}
export function switchMailOn() {
  isOff = false;
}
export async function sendMail(to, text) {
  if (!isOff) await postMail(to, text);
}
`;

tester.run('no-module-state: strict', noModuleState, {
  valid: [{ name: 'a switch of a library', code: SWITCH_OF_A_LIBRARY }],
  invalid: [
    {
      name: 'a switch of a library, whoever calls it',
      code: SWITCH_OF_A_LIBRARY,
      options: [{ strict: true }],
      errors: [{ messageId: 'moduleState', data: { name: 'isOff', where: 'switchMailOff, line 5' }, line: 3, column: 5 }],
    },
  ],
});
