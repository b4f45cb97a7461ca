import { describe, expect, it } from 'vitest';

import { packageOf } from '../../src/analysis/library-exports.js';
import { findMemoryStores, loadsMemoryStore } from '../../src/analysis/stores/find-memory-stores.js';
import { MEMORY_STORES } from '../../src/analysis/stores/memory-stores.js';
import { readFacts } from './read-facts.js';

/** Findings in a short form: `limiter: rate limits`, with the rule where it is not no-memory-store, and `strict` where only that asks. */
function storesOf(code: string, path?: string): string[] {
  return readFacts({ code, path }, (analysis) =>
    findMemoryStores(analysis).map(
      ({ data, rule, strictOnly }) => `${data.name}: ${data.holds}${rule === 'no-memory-store' ? '' : ` by ${rule}`}${strictOnly ? ' in strict' : ''}`,
    ),
  );
}

describe('names are followed to the library', () => {
  const made = `export const handler = async (event) => limiter.consume(event.ip);`;
  it.each([
    ['named', `import { RateLimiterMemory } from 'rate-limiter-flexible'; const limiter = new RateLimiterMemory({}); ${made}`],
    ['renamed', `import { RateLimiterMemory as Limiter } from 'rate-limiter-flexible'; const limiter = new Limiter({}); ${made}`],
    ['namespace', `import * as flexible from 'rate-limiter-flexible'; const limiter = new flexible.RateLimiterMemory({}); ${made}`],
    ['require', `const { RateLimiterMemory } = require('rate-limiter-flexible'); const limiter = new RateLimiterMemory({}); ${made}`],
    ['require, whole', `const flexible = require('rate-limiter-flexible'); const limiter = new flexible.RateLimiterMemory({}); ${made}`],
    ['dynamic import', `const { RateLimiterMemory } = await import('rate-limiter-flexible'); const limiter = new RateLimiterMemory({}); ${made}`],
    ['import = require', `import flexible = require('rate-limiter-flexible'); const limiter = new flexible.RateLimiterMemory({}); ${made}`],
    ['npm specifier', `import { RateLimiterMemory } from 'npm:rate-limiter-flexible@^5'; const limiter = new RateLimiterMemory({}); ${made}`],
    ['subclass', `import { RateLimiterMemory } from 'rate-limiter-flexible'; class Limiter extends RateLimiterMemory {} const limiter = new Limiter({}); ${made}`],
  ])('%s', (_, code) => {
    expect(storesOf(code)).toEqual(['limiter: rate limits']);
  });

  it('does not take a local name for the imported one', () => {
    expect(storesOf(`import { rateLimit } from 'express-rate-limit'; export function configure(rateLimit) { return rateLimit({}); } void rateLimit;`)).toEqual([]);
  });
});

describe('who reports it', () => {
  it.each([
    [`import { Mutex } from 'async-mutex'; const mutex = new Mutex(); export const handler = () => mutex.acquire();`, ['mutex: locks by no-memory-lock']],
    [`import { Mutex } from 'async-mutex'; export const handler = () => new Mutex().acquire();`, []],
    [`import { Mutex } from 'async-mutex'; const locks = new Map(); export const handler = (e) => { locks.set(e.id, new Mutex()); };`, ['Mutex: locks by no-memory-lock']],
    [`import DataLoader from 'dataloader'; export const users = new DataLoader(load);`, ['users: cached values by no-memory-cache']],
    [`import DataLoader from 'dataloader'; export const createContext = () => ({ users: new DataLoader(load) });`, []],
    [`import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache'; new ApolloServer({ cache: new InMemoryLRUCache() });`, ['InMemoryLRUCache: cached values in strict']],
  ])('%s', (code, stores) => {
    expect(storesOf(code)).toEqual(stores);
  });
});

describe('where it lives', () => {
  const use = `export async function POST(r) { const b = await r.json(); get().set(b.id, b); } export async function GET(r) { return get().get(r.url) ?? null; }`;
  it.each([
    ['a lazy variable', `let carts; function get() { return (carts ??= new NodeCache()); } ${use}`, ['carts: records']],
    ['a global', `const carts = (globalThis.carts ??= new NodeCache()); const get = () => carts; ${use}`, ['carts: records']],
    ['a static field', `class Carts { static all = new NodeCache(); } const get = () => Carts.all; ${use}`, ['all: records']],
    ['a property of an object', `const stores = { carts: new NodeCache() }; const get = () => stores.carts; ${use}`, ['stores.carts: records']],
  ])('%s', (_, code, stores) => {
    expect(storesOf(`import NodeCache from 'node-cache'; ${code}`)).toEqual(stores);
  });

  it('leaves the fields of a Durable Object to their runtime', () => {
    expect(storesOf(`import { PubSub } from 'graphql-subscriptions'; export class Room extends DurableObject { bus = new PubSub(); }`)).toEqual([]);
  });

  it('leaves tests alone', () => {
    expect(storesOf(`import { MemorySaver } from '@langchain/langgraph'; export const saver = new MemorySaver();`, 'test/agent.test.ts')).toEqual([]);
  });
});

describe('the look at the modules', () => {
  const loadsStore = (code: string): boolean => readFacts({ code }, loadsMemoryStore);

  it.each([
    [`import x from 'lru-cache';`, true],
    [`const x = require("node-cron")`, true],
    [`import x from 'npm:hono-rate-limiter@0.4'`, true],
    [`import x from 'https://deno.land/x/grammy@v1/mod.ts'`, true],
    [`import x from './lru-cache';`, false],
    [`emitter.on('events', listener)`, false],
  ])('%s', (text, mentioned) => {
    expect(loadsStore(text)).toBe(mentioned);
  });

  it('knows every package of the table', () => {
    for (const { packages } of MEMORY_STORES) for (const name of packages) expect(loadsStore(`import x from '${name}'`), name).toBe(true);
  });
});

describe('packageOf', () => {
  it.each([
    ['npm:hono@4', 'hono'],
    ['npm:@langchain/langgraph@0.2.1', '@langchain/langgraph'],
    ['https://esm.sh/lru-cache@10.0.0', 'lru-cache'],
    ['https://deno.land/x/grammy@v1.21.1/mod.ts', 'grammy'],
    ['@modelcontextprotocol/sdk/examples/shared/inMemoryEventStore.js', '@modelcontextprotocol/sdk/examples/shared/inMemoryEventStore'],
    ['node:events', 'node:events'],
    ['@isaacs/ttlcache', '@isaacs/ttlcache'],
  ])('%s', (specifier, name) => {
    expect(packageOf(specifier)).toBe(name);
  });
});
