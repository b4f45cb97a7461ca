import { describe, expect, it } from 'vitest';

import { findState } from '../../src/analysis/index.js';
import { readFacts } from './read-facts.js';

/** The state that must leave the process, printed: `seen: dedup via POST → remember`, with `in strict` and the detail. */
function concernsOf(code: string, path?: string, settings?: unknown): string[] {
  return readFacts({ code, path, settings }, (_analysis, context) =>
    findState(context).map(({ name, concern, chain, strictOnly }) => `${name}: ${concern} via ${chain.join(' → ')}${strictOnly ? ' in strict' : ''}`),
  );
}

type Row = readonly [name: string, code: string, concerns: readonly string[]];

const HANDLER = `import { save, load, charge, work, mail } from './services';\n`;
const inHandler = (declaration: string, body: string): string => `${HANDLER}${declaration}\nexport const handler = async (event) => {\n  ${body}\n};\n`;

describe('the decision table, benign', () => {
  it.each<Row>([
    ['never written', inHandler(`const limits = new Map([['a', 1]]);`, 'return limits.get(event.plan);'), []],
    ['written while loading only', inHandler(`const limits = new Map(); limits.set('a', 1);`, 'return limits.get(event.plan);'), []],
    ['lazy client', inHandler('let client;', 'client ??= await load(); return client;'), []],
    ['lazy client by a test', inHandler('let client;', 'if (!client) { client = await load(); } return client;'), []],
    ['memoised promise, emptied on error', inHandler('let connection;', 'connection ??= load().catch((error) => { connection = undefined; throw error; }); return connection;'), []],
    ['one-time set-up flag', inHandler('let isReady = false;', 'if (!isReady) { await load(); isReady = true; } return work(event);'), []],
    ['cold-start flag', inHandler('let isCold = true;', 'if (isCold) { isCold = false; console.log("cold start"); } return work(event);'), []],
    ['configuration with a time stamp', inHandler('let config; let loadedAt = 0;', 'if (!config || Date.now() - loadedAt > 60_000) { config = await load(); loadedAt = Date.now(); } return config.banner;'), []],
    ['coalesced calls', inHandler('const running = new Map();', 'const known = running.get(event.id); if (known) return known; const next = load(event.id).finally(() => running.delete(event.id)); running.set(event.id, next); return next;'), []],
    ['cache with an expiry', inHandler('const cache = new Map();', 'const hit = cache.get(event.id); if (hit && hit.expires > Date.now()) return hit.value; const value = await load(event.id); cache.set(event.id, { value, expires: Date.now() + 1000 }); return value;'), []],
    ['observation', inHandler('let requests = 0;', 'requests += 1; console.log("requests", requests);'), []],
    ['keyed by identity', inHandler('const parsed = new WeakMap();', 'if (!parsed.has(event)) parsed.set(event, JSON.parse(event.body)); return parsed.get(event);'), []],
    ['round robin', inHandler(`const hosts = ['a', 'b']; let next = 0;`, 'next = (next + 1) % hosts.length; return fetch(hosts[next]);'), []],
    ['emptied first', inHandler('const rows = [];', 'rows.length = 0; rows.push(event.id); return save(rows);'), []],
    ['AsyncLocalStorage', `${HANDLER}import { AsyncLocalStorage } from 'node:async_hooks'; const storage = new AsyncLocalStorage(); export const handler = (event) => storage.run({ user: event.user }, () => work());`, []],
  ])('%s', (_name, code, concerns) => {
    expect(concernsOf(code)).toEqual(concerns);
  });
});

describe('the decision table, concerns', () => {
  it.each<Row>([
    ['request leak', inHandler('let user;', 'if (event.user) user = event.user; return work(user);'), ['user: request-leak via handler']],
    ['lazy client of the first request', inHandler('let client;', 'client ??= load(event.headers.token); return (await client).orders();'), ['client: request-leak via handler']],
    ['lock', inHandler('let isRunning = false;', 'if (isRunning) return; isRunning = true; try { await work(event); } finally { isRunning = false; }'), ['isRunning: lock via handler']],
    ['lock by key', inHandler('const held = new Set();', 'if (held.has(event.id)) return; held.add(event.id); await work(event); held.delete(event.id);'), ['held: lock via handler']],
    ['dedup', inHandler('const seen = new Set();', 'if (seen.has(event.id)) return; seen.add(event.id); await charge(event);'), ['seen: dedup via handler']],
    ['dedup by one scalar', inHandler('let lastId;', 'if (event.id === lastId) return; lastId = event.id; await charge(event);'), ['lastId: dedup via handler']],
    ['retry', inHandler('let failures = 0;', 'if (failures > 3) return; try { await work(event); failures = 0; } catch { failures += 1; }'), ['failures: retry via handler']],
    ['counter', inHandler('let requests = 0;', 'requests += 1; if (requests > 100) return { statusCode: 429 };'), ['requests: counter via handler']],
    ['checkpoint', inHandler('let cursor;', 'const page = await load(cursor); await save(page.rows); cursor = page.next;'), ['cursor: checkpoint via handler']],
    ['progress', inHandler('const jobs = new Map();', `jobs.set(event.id, 'running'); await work(event); jobs.set(event.id, 'done');`) + `export const GET = async (request) => Response.json(jobs.get(request.url));`, ['jobs: progress via handler']],
    ['queue', inHandler('let rows = [];', 'rows.push(event); if (rows.length > 50) { await save(rows); rows = []; }'), ['rows: queue via handler']],
    ['record', inHandler('const orders = new Map();', 'orders.set(event.id, event);') + `export const GET = async (request) => Response.json(orders.get(request.url) ?? null);`, ['orders: record via handler']],
    ['cache without expiry and bound', inHandler('const prices = new Map();', 'if (!prices.has(event.id)) prices.set(event.id, await load(event.id)); return prices.get(event.id);'), ['prices: cache via handler in strict']],
    ['module state', inHandler('let isFrozen = false;', 'if (event.freeze) isFrozen = true; return work(isFrozen);'), ['isFrozen: module-state via handler']],
  ])('%s', (_name, code, concerns) => {
    expect(concernsOf(code)).toEqual(concerns);
  });
});

describe('one cell, one concern', () => {
  it.each<Row>([
    ['a chain through helpers', `const seen = new Set(); export async function POST(request) { return remember(await request.json()); } function remember(order) { if (seen.has(order.id)) return; seen.add(order.id); charge(order); }`, ['seen: dedup via POST → remember']],
    ['two cells beside each other', inHandler('const seen = new Set(); let total = 0;', 'if (seen.has(event.id)) return total; seen.add(event.id); total += event.amount; return total;'), ['seen: dedup via handler', 'total: counter via handler']],
    ['every variable of a breaker', inHandler('let failures = 0; let openedAt = 0;', 'if (failures > 3 && Date.now() - openedAt < 1000) throw new Error("open"); try { const result = await work(event); failures = 0; return result; } catch (error) { failures += 1; openedAt = Date.now(); throw error; }'), ['failures: retry via handler', 'openedAt: retry via handler']],
    ['parts of one object', inHandler('const state = { running: false, total: 0 };', 'if (state.running) return; state.running = true; await work(event); state.running = false;'), ['state.running: lock via handler']],
  ])('%s', (_name, code, concerns) => {
    expect(concernsOf(code)).toEqual(concerns);
  });
});

describe('rulings on close calls', () => {
  it.each<Row>([
    ['overwritten first by every invocation', inHandler('let id;', 'id = event.id; await work(); return save(id);'), ['id: request-leak via handler in strict']],
    ['one unkeyed value that another method reads back', `let settings = { theme: 'light' }; export async function PUT(request) { settings = { ...settings, ...(await request.json()) }; return new Response(); } export async function GET() { return Response.json(settings); }`, ['settings: record via PUT']],
    ['an exported setter', `let locale; export function setLocale(value) { locale = value; } export const format = (amount) => amount.toLocaleString(locale);`, []],
    ['a keyed promise that chains new work', inHandler('const tails = new Map();', 'const next = (tails.get(event.id) ?? Promise.resolve()).then(() => work(event)); tails.set(event.id, next); await next;'), ['tails: lock via handler']],
    ['values taken out of a list', inHandler(`const codes = ['A', 'B'];`, 'return codes.pop();'), ['codes: record via handler']],
    ['a shared abort controller', inHandler('const controller = new AbortController();', 'if (event.stop) controller.abort(); return fetch(event.url, { signal: controller.signal });'), ['controller: module-state via handler']],
  ])('%s', (_name, code, concerns) => {
    expect(concernsOf(code)).toEqual(concerns);
  });
});

describe('left alone', () => {
  const dedup = 'const seen = new Set(); export function remember(id) { if (seen.has(id)) return false; seen.add(id); return true; }';

  it('judges a library file like the handlers that may call it', () => {
    expect(concernsOf(dedup)).toEqual(['seen: dedup via remember']);
  });

  it.each<readonly [name: string, code: string, path: string, settings: unknown]>([
    ['browser code', `'use client';\n${dedup}`, 'components/cart.tsx', undefined],
    ['tests', dedup, 'test/remember.ts', undefined],
    ['build files', dedup, 'vite.config.ts', undefined],
    ['scripts', `#!/usr/bin/env node\n${dedup}`, 'src/import.ts', undefined],
    ['names of the settings', dedup, 'src/remember.ts', { benignNames: ['seen'] }],
  ])('%s', (_name, code, path, settings) => {
    expect(concernsOf(code, path, settings)).toEqual([]);
  });
});
