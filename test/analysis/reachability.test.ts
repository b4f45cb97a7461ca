import { describe, expect, it } from 'vitest';

import { functionName } from '../../src/analysis/handlers.js';
import { readFacts } from './read-facts.js';

/** The chain to each function that invocations run, printed: `handler → process → markSeen`. */
function chainsOf(code: string): string[] {
  return readFacts({ code }, ({ source, reach }) => source.functions.filter(reach.isInvocation).map((fn) => reach.chainTo(fn).join(' → ')));
}

/** The named functions that only loading runs, or nobody. */
function otherFunctionsOf(code: string): string[] {
  return readFacts({ code }, ({ source, reach }) => source.functions.filter((fn) => !reach.isInvocation(fn)).map((fn) => `${functionName(fn)}: ${reach.isLoadCalled(fn) ? 'load' : 'never'}`));
}

describe('chains', () => {
  it.each<readonly [name: string, code: string, chains: readonly string[]]>([
    ['functions that call each other', `const handler = async (event) => process(event); const process = (order) => markSeen(order.id); function markSeen(id) { seen.add(id); } export { handler };`, ['handler', 'handler → process', 'handler → process → markSeen']],
    ['a shortest chain', `export const handler = (event) => { validate(event); save(event); }; function validate(event) { save(event); } function save(event) { store(event); }`, ['handler', 'handler → validate', 'handler → save']],
    ['functions that call themselves', `export const handler = (event) => walk(event); function walk(tree) { tree.children.forEach((child) => walk(child)); }`, ['handler', 'handler → walk', 'handler → walk']],
    ['a function that is passed on', `import { retry } from './retry'; export const handler = (event) => retry(save); function save() { store(); }`, ['handler', 'handler → save']],
    ['a function in an object that is passed on', `import { run } from './run'; export const handler = (event) => run({ onDone: finish }); function finish() { store(); }`, ['handler', 'handler → finish']],
    ['a callback in place', `export const handler = (event) => event.Records.forEach((record) => { save(record); }); function save(record) { store(record); }`, ['handler', 'handler', 'handler → save']],
    ['an alias', `function save(order) { store(order); } const persist = save; export const handler = (event) => persist(event);`, ['handler → save', 'handler']],
    ['a method of an object', `const orders = { save(order) { this.log(order); }, log(order) { store(order); } }; export const handler = (event) => orders.save(event);`, ['handler → save', 'handler → save → log', 'handler']],
    ['a destructured method', `const orders = { save(order) { store(order); } }; export const handler = (event) => { const { save } = orders; save(event); };`, ['handler → save', 'handler']],
    ['methods of an instance', `class Orders { save(order) { this.#check(order); } #check(order) { store(order); } } const orders = new Orders(); export const handler = (event) => orders.save(event);`, ['handler → save', 'handler → save → #check', 'handler']],
    ['a method of a base class', `class Base { store(order) { put(order); } } class Orders extends Base { save(order) { this.store(order); } } const orders = new Orders(); export const handler = (event) => orders.save(event);`, ['handler → save → store', 'handler → save', 'handler']],
    ['a static method', `class Orders { static save(order) { store(order); } } export const handler = (event) => Orders.save(event);`, ['handler → save', 'handler']],
    ['a constructor', `class Order { constructor(body) { store(body); } } export const handler = (event) => new Order(event.body);`, ['handler → constructor', 'handler']],
    ['a prototype method', `function Orders() {} Orders.prototype.save = function (order) { store(order); }; const orders = new Orders(); export const handler = (event) => orders.save(event);`, ['handler → save', 'handler']],
    ['the closure that a factory returns', `function createPoller(size) { return async () => load(size); } const poll = createPoller(200); export const handler = () => poll();`, ['handler', 'handler']],
    ['the object that a factory returns', `function createOrders() { return { save(order) { store(order); } }; } const orders = createOrders(); export const handler = (event) => orders.save(event);`, ['handler → save', 'handler']],
    ['a function that is called where it stands', `export const handler = (event) => { (async () => { await save(event); })(); }; async function save(event) { store(event); }`, ['handler', 'handler', 'handler → save']],
    ['a bound function', `function save(order) { store(order); } const bound = save.bind(null); export const handler = (event) => bound(event);`, ['handler → save', 'handler']],
    ['then and catch', `import { load } from './db'; export const handler = () => load().then(save).catch(report); function save(order) { store(order); } function report(error) { log(error); }`, ['handler', 'handler → save', 'handler → report']],
    ['two handlers', `export const POST = (request) => save(request); export const GET = (request) => load(request); function save(request) { put(request); } function load(request) { read(request); }`, ['POST', 'GET', 'POST → save', 'GET → load']],
    ['a platform comes before an export', `export function save(order) { put(order); } export const handler = (event) => save(event); function put(order) { store(order); }`, ['save', 'handler', 'save → put']],
    ['a library file', `export function remember(id) { add(id); } function add(id) { ids.push(id); }`, ['remember', 'remember → add']],
    ['a route', `import express from 'express'; const app = express(); app.post('/orders', (req, res) => { save(req.body); }); function save(order) { store(order); }`, ['POST /orders', 'POST /orders → save']],
  ])('%s', (_name, code, chains) => {
    expect(chainsOf(code)).toEqual(chains);
  });
});

describe('not run by invocations', () => {
  it.each<readonly [name: string, code: string, functions: readonly string[]]>([
    ['called while loading', `function readTable() { return new Map(); } const table = readTable(); export const handler = (event) => table.get(event.id);`, ['readTable: load']],
    ['called by nobody', `function leftover() { return 1; } export const handler = () => 2;`, ['leftover: never']],
    ['called while loading by what loading calls', `function readTable() { return parse(); } function parse() { return new Map(); } const table = readTable(); export const handler = (event) => table.get(event.id);`, ['readTable: load', 'parse: load']],
    ['a callback that runs at once', `const totals = new Map(); ['A', 'B'].forEach((sku) => totals.set(sku, 0)); export const handler = (event) => totals.get(event.sku);`, ['undefined: load']],
    ['called by both', `function read() { return new Map(); } let table = read(); export const handler = () => { table = read(); };`, []],
  ])('%s', (_name, code, functions) => {
    expect(otherFunctionsOf(code)).toEqual(functions);
  });
});

it('knows every handler from which a function is reached', () => {
  const code = `export const POST = (request) => save(request); export const PUT = (request) => save(request); function save(request) { put(request); }`;
  const handlers = readFacts({ code }, ({ source, reach }) => source.functions.map((fn) => [...reach.handlersOf(fn)].map(({ name }) => name).sort()));
  expect(handlers).toEqual([['POST'], ['PUT'], ['POST', 'PUT']]);
});
