import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';

import { readFacts } from './read-facts.js';

/** Where the arguments of `trace(…)` come from, printed: `order.id: request`. */
function originsOf(code: string): string[] {
  return readFacts({ code }, ({ source, origins }) =>
    source.calls
      .filter(({ node }) => node.callee.type === 'Identifier' && node.callee.name === 'trace')
      .flatMap(({ node }) => node.arguments)
      .map((argument: TSESTree.CallExpressionArgument) => `${source.text.slice(...argument.range)}: ${[...origins.of(argument)].sort().join(', ')}`),
  );
}

const inHandler = (body: string, before = ''): string => `${before}\nexport const handler = async (event, context) => {\n  ${body}\n};\n`;

describe('request', () => {
  it.each<readonly [name: string, code: string, printed: readonly string[]]>([
    ['the event', inHandler('trace(event.body);'), ['event.body: request']],
    ['the context', inHandler('trace(context.awsRequestId);'), ['context.awsRequestId: request']],
    ['destructuring', inHandler('const { id, lines: [first] } = event; trace(id, first);'), ['id: request', 'first: request']],
    ['a destructured parameter', `export const handler = async ({ body, headers: { authorization } }) => trace(body, authorization);`, ['body: request', 'authorization: request']],
    ['a default value', inHandler(`const { page = 1 } = event; trace(page);`), ['page: request']],
    ['JSON.parse', inHandler('const order = JSON.parse(event.body); trace(order.id);'), ['order.id: request, unknown']],
    ['a template', inHandler('trace(`order-${event.id}`);'), ['`order-${event.id}`: request']],
    ['a sum', inHandler(`trace('order-' + event.id);`), [`'order-' + event.id: constant, request`]],
    ['a loop over records', inHandler('for (const record of event.Records) trace(record.messageId);'), ['record.messageId: request']],
    ['a callback for each record', inHandler('event.Records.forEach((record) => trace(record.messageId));'), ['record.messageId: request']],
    ['map and its result', inHandler('const ids = event.Records.map((record) => record.messageId); trace(ids);'), ['ids: request']],
    ['the body of a Request', `export async function POST(request) { const body = await request.json(); trace(body.id); }`, ['body.id: request']],
    ['the URL of a Request', `export async function GET(request) { const url = new URL(request.url); trace(url.searchParams.get('id')); }`, [`url.searchParams.get('id'): constant, request`]],
    ['a parameter of Hono', `import { Hono } from 'hono'; const app = new Hono(); app.get('/orders/:id', (c) => trace(c.req.param('id')));`, [`c.req.param('id'): constant, request`]],
    ['a parameter of a local function', inHandler('save(event.order);', 'function save(order) { trace(order.id); }'), ['order.id: request']],
    ['a parameter of a method', inHandler('orders.save(event.order);', 'class Orders { save(order) { trace(order.id); } } const orders = new Orders();'), ['order.id: request']],
    ['the result of a local function', inHandler('trace(idOf(event));', 'function idOf(order) { return order.id; }'), ['idOf(event): request']],
    ['headers of the current request', inHandler(`const all = await headers(); trace(all);`, `import { headers } from 'next/headers';`), ['all: request']],
    ['one of two branches', inHandler(`trace(event.debug ? event.id : 'none');`), [`event.debug ? event.id : 'none': constant, request`]],
    ['a type assertion', inHandler('trace((event.id as string)!);'), ['(event.id as string)!: request']],
    ['a variable that is written later', inHandler('let id; if (event.id) id = event.id; trace(id);'), ['id: request']],
  ])('%s', (_name, code, printed) => {
    expect(originsOf(code)).toEqual(printed);
  });
});

describe('other origins', () => {
  it.each<readonly [name: string, code: string, printed: readonly string[]]>([
    ['a literal', inHandler(`trace(1, 'a', undefined, [], {});`), ['1: constant', `'a': constant`, 'undefined: constant', '[]: constant', '{}: constant']],
    ['the environment', inHandler('trace(process.env.TABLE);'), ['process.env.TABLE: load']],
    ['the environment of a Worker', `export default { async fetch(request, env) { trace(env.TOKEN, request.url); } };`, ['env.TOKEN: load', 'request.url: request']],
    ['the environment of a Worker in the context', `export const onRequest = async (context) => trace(context.env.TOKEN);`, ['context.env.TOKEN: load']],
    ['an import', inHandler('trace(limit);', `import { limit } from './config';`), ['limit: load']],
    ['a module constant', inHandler('trace(LIMIT);', 'const LIMIT = 10;'), ['LIMIT: constant']],
    ['a module binding that loading computes', inHandler('trace(table);', `import { read } from './table'; const table = read(process.env.TABLE);`), ['table: load']],
    ['a module binding that invocations write', inHandler('last = event.id; trace(last);', 'let last;'), ['last: state']],
    ['an answer from outside', inHandler('const order = await load(event.id); trace(order);', `import { load } from './db';`), ['order: external, request']],
    ['an answer from outside to no question', inHandler('trace(await loadConfig());', `import { loadConfig } from './config';`), ['await loadConfig(): external, unknown']],
    ['then', inHandler('loadConfig().then((config) => trace(config));', `import { loadConfig } from './config';`), ['config: external, unknown']],
    ['the clock', inHandler('trace(Date.now(), new Date(), performance.now());'), ['Date.now(): time', 'new Date(): time', 'performance.now(): time']],
    ['a number drawn by lot', inHandler('trace(crypto.randomUUID(), Math.random());'), ['crypto.randomUUID(): fresh', 'Math.random(): fresh']],
    ['a caught error', inHandler('try { await save(event); } catch (error) { trace(error); }'), ['error: error']],
    ['the parameter of an exported function', `export function remember(id) { trace(id); }`, ['id: caller']],
    ['a request that an exported function takes', `export function remember(id, req) { trace(req.url); }`, ['req.url: request']],
    ['a comparison', inHandler(`trace(event.type === 'order');`), [`event.type === 'order': constant`]],
  ])('%s', (_name, code, printed) => {
    expect(originsOf(code)).toEqual(printed);
  });
});
