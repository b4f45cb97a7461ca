import { describe, expect, it } from 'vitest';

import { findCells } from '../../src/analysis/cells/index.js';
import { readFacts } from './read-facts.js';

/** The cells of a file, printed: `state.importing: property scalar`. */
function cellsOf(code: string, path?: string): string[] {
  return readFacts({ code, path }, (analysis) => findCells(analysis).map(({ name, kind, container }) => `${name}: ${kind} ${container}`));
}

/** What the code does with its only cell, printed: `put [id] in remember`. */
function accessesOf(code: string): string[] {
  return readFacts({ code }, (analysis) => {
    const cells = findCells(analysis);
    expect(cells).toHaveLength(1);
    return cells[0]!.accesses
      .filter(({ fn }) => analysis.reach.isInvocation(fn))
      .map(({ kind, key, fn }) => [kind, key && `[${analysis.source.text.slice(...key.range)}]`, fn && `in ${analysis.reach.chainTo(fn).at(-1)}`].filter(Boolean).join(' '));
  });
}

const use = (expression: string): string => `export const handler = async (event) => ${expression};`;

describe('places', () => {
  it.each<readonly [name: string, code: string, cells: readonly string[]]>([
    ['a set', `const seen = new Set(); ${use('seen.add(event.id)')}`, ['seen: binding set']],
    ['a map', `const orders = new Map(); ${use('orders.set(event.id, event)')}`, ['orders: binding map']],
    ['an array', `const orders = []; ${use('orders.push(event)')}`, ['orders: binding array']],
    ['an object under computed keys', `const orders = {}; ${use('{ orders[event.id] = event; }')}`, ['orders: binding object']],
    ['a typed object', `let orders: Record<string, Order>; ${use('{ orders = {}; orders[event.id] = event; }')}`, ['orders: binding object']],
    ['a number', `let count = 0; ${use('{ count += 1; }')}`, ['count: binding scalar']],
    ['a variable without a value', `let user; ${use('{ user = event.user; }')}`, ['user: binding unknown']],
    ['a weak map', `const seen = new WeakMap(); ${use('seen.set(event, true)')}`, ['seen: binding weak']],
    ['shared headers', `const headers = new Headers(); ${use(`headers.set('origin', event.origin)`)}`, ['headers: binding headers']],
    ['a client', `import { Client } from './client'; const client = new Client(); ${use('client.setToken(event.token)')}`, ['client: binding instance']],
    ['a named part of an object', `const state = { importing: false, source: 'shop' }; ${use('{ state.importing = true; }')}`, ['state.importing: property scalar']],
    ['a named collection of an object', `const state = { seen: new Set(), source: 'shop' }; ${use('state.seen.add(event.id)')}`, ['state.seen: property set']],
    ['a part below a part', `const state = { jobs: { running: false } }; ${use('{ state.jobs.running = true; }')}`, ['state.jobs.running: property scalar']],
    ['a static field', `class Orders { static seen = new Set(); } ${use('Orders.seen.add(event.id)')}`, ['seen: static field set']],
    ['a field of an instance made while loading', `class Orders { seen = new Set(); save(id) { this.seen.add(id); } } const orders = new Orders(); ${use('orders.save(event.id)')}`, ['seen: instance field set']],
    ['a private field', `class Orders { #last; save(id) { this.#last = id; } } const orders = new Orders(); ${use('orders.save(event.id)')}`, ['#last: instance field unknown']],
    ['a field that the constructor sets', `class Orders { constructor() { this.seen = new Set(); } save(id) { this.seen.add(id); } } const orders = new Orders(); ${use('orders.save(event.id)')}`, ['seen: instance field set']],
    ['a field of an instance made once', `class Orders { seen = new Set(); save(id) { this.seen.add(id); } } let orders; ${use('{ orders ??= new Orders(); orders.save(event.id); }')}`, ['orders: binding instance', 'seen: instance field set']],
    ['a field of a constructor function', `function Orders() { this.seen = {}; } Orders.prototype.save = function (id) { this.seen[id] = true; }; const orders = new Orders(); ${use('orders.save(event.id)')}`, ['seen: instance field object']],
    ['a variable of a closure made while loading', `function createOrders() { const seen = new Set(); return { save: (id) => seen.add(id) }; } const orders = createOrders(); ${use('orders.save(event.id)')}`, ['seen: closure variable set']],
    ['a variable of an immediately called function', `const next = (() => { let last = 0; return () => ++last; })(); ${use('next()')}`, ['last: closure variable scalar']],
    ['a global', `${use('{ globalThis.seen ??= new Set(); globalThis.seen.add(event.id); }')}`, ['globalThis.seen: global set']],
    ['the environment', `${use('{ process.env.LOCALE = event.locale; }')}`, ['process.env.LOCALE: environment unknown']],
    ['a member of an imported object', `import { flags } from './flags'; ${use('{ flags.beta = event.beta; }')}`, ['flags.beta: imported member scalar']],
    ['a member of a required object', `const flags = require('./flags'); ${use('{ flags.beta = event.beta; }')}`, ['flags.beta: imported member scalar']],
  ])('%s', (_name, code, cells) => {
    expect(cellsOf(code)).toEqual(cells);
  });

  it.each<readonly [name: string, code: string]>([
    ['a variable of the handler', use('{ const seen = new Set(); seen.add(event.id); }')],
    ['a binding that no function names', `const limits = new Map([['a', 1]]); ${use('1')}`],
    ['a map that only loading writes', `const limits = new Map(); limits.set('a', 1); ${use('limits.get(event.id)')}`],
    ['a field of an instance of one invocation', `class Orders { seen = new Set(); save(id) { this.seen.add(id); } } ${use('new Orders().save(event.id)')}`],
    ['a variable of a closure of one invocation', `function createOrders() { const seen = new Set(); return (id) => seen.add(id); } ${use('createOrders()(event.id)')}`],
    ['a field of a Durable Object', `export class Room extends DurableObject { seen = new Set(); save(id) { this.seen.add(id); } }`],
  ])('%s is none', (_name, code) => {
    expect(cellsOf(code)).toEqual([]);
  });
});

describe('accesses', () => {
  it.each<readonly [name: string, code: string, accesses: readonly string[]]>([
    ['methods of a set', `const seen = new Set(); ${use('{ if (seen.has(event.id)) return; seen.add(event.id); seen.delete(event.id); seen.clear(); }')}`, ['has [event.id] in handler', 'put [event.id] in handler', 'remove [event.id] in handler', 'clear in handler']],
    ['methods of a map', `const orders = new Map(); ${use('{ orders.set(event.id, event); orders.get(event.id); return orders.size; }')}`, ['put [event.id] in handler', 'get [event.id] in handler', 'size in handler']],
    ['methods of an array', `const rows = []; ${use('{ rows.push(event); rows.shift(); return rows.length; }')}`, ['put in handler', 'take in handler', 'size in handler']],
    ['keys of an object', `const orders = {}; ${use('{ orders[event.id] = event; delete orders[event.id]; return event.id in orders; }')}`, ['put [event.id] in handler', 'remove [event.id] in handler', 'has [event.id] in handler']],
    ['a scalar', `let count = 0; ${use('{ count += 1; count = 0; return count; }')}`, ['update in handler', 'assign in handler', 'read in handler']],
    ['a part of an element', `const jobs = new Map(); ${use(`{ jobs.get(event.id).status = 'done'; }`)}`, ['get [event.id] in handler', 'change [event.id] in handler']],
    ['a part of an element through a variable', `const jobs = new Map(); ${use(`{ const job = jobs.get(event.id); job.status = 'done'; }`)}`, ['get [event.id] in handler', 'change [event.id] in handler']],
    ['a loop', `const rows = new Map(); ${use('{ for (const [id, row] of rows) if (row.old) rows.delete(id); }')}`, ['iterate in handler', 'read in handler', 'remove [id] in handler']],
    ['an alias', `const state = new Set(); ${use('{ const seen = state; seen.add(event.id); }')}`, ['put [event.id] in handler']],
    ['a parameter of a local function', `const seen = new Set(); function remember(ids, id) { ids.add(id); } ${use('remember(seen, event.id)')}`, ['put [id] in remember']],
    ['the result of a local function', `const seen = new Set(); function ids() { return seen; } ${use('ids().add(event.id)')}`, ['read in ids', 'put [event.id] in handler']],
  ])('%s', (_name, code, accesses) => {
    expect(accessesOf(code)).toEqual(accesses);
  });

  it('follows a destructured part', () => {
    expect(cellsOf(`const state = { seen: new Set(), total: 0 }; ${use('{ const { seen } = state; seen.add(event.id); }')}`)).toEqual(['state.seen: property set']);
  });
});
