import { describe, expect, it } from 'vitest';

import { createEffectReader } from '../../src/analysis/effects.js';
import { hasServerEvidence } from '../../src/analysis/server-evidence.js';
import { findLaterWork } from '../../src/analysis/timers/later-work.js';
import { readFacts } from './read-facts.js';

interface LaterFacts {
  /** `sendMail: send`, by calls in the order of the file. */
  readonly effects: readonly string[];
  /** `setTimeout releaseSeat (handler, line 2)`. */
  readonly later: readonly string[];
  readonly isServer: boolean;
}

function factsOf(code: string, path?: string): LaterFacts {
  return readFacts({ code, path }, (analysis) => {
    const { kindOf } = createEffectReader(analysis);
    return {
      effects: analysis.source.calls
        .filter(({ from }) => from !== null)
        .sort((a, b) => a.node.range[0] - b.node.range[0] || b.node.range[1] - a.node.range[1])
        .map(({ node }) => kindOf(node)),
      later: findLaterWork(analysis).map(({ timer, work, where }) => `${timer ?? 'promise'} ${work} (${where})`),
      isServer: hasServerEvidence(analysis),
    };
  });
}

describe('effects of calls', () => {
  it.each([
    ['sendWelcome(event)', 'send'],
    ['saveOrder(event)', 'store'],
    ['listOrders(event)', 'read'],
    ['sleep(100)', 'pause'],
    ['fetch(event.url)', 'read'],
    ['fetch(event.url, { method: "POST" })', 'send'],
    ['axios.put(event.url, event)', 'send'],
    ['console.log(event)', 'observe'],
    ['prisma.order.update({ data: event })', 'store'],
    ['pool.query("UPDATE orders SET paid = true")', 'store'],
    ['pool.query("SELECT 1")', 'read'],
    ['env.LINKS.put(event.slug, event.url)', 'store'],
    ['clearTimeout(event.timer)', 'close'],
    ['fs.unlink(event.path)', 'close'],
    ['event.res.end()', 'respond'],
    ['socket.send(event)', 'respond'],
    ['seen.delete(event.id)', 'memory'],
    ['reserve(event)', 'unknown'],
  ])('%s: %s', (call, kind) => {
    expect(factsOf(`const seen = new Map();\nexport const handler = async (event, env) => { ${call}; };`).effects).toEqual([kind]);
  });

  it('knows an SDK command made a line before', () => {
    const code = 'export const handler = async (event) => { const command = new GetItemCommand(event); return client.send(command); };';
    expect(factsOf(code).effects).toEqual(['memory', 'read']);
  });
});

describe('server evidence', () => {
  it.each([
    ['a handler', 'export const handler = async () => 1;', 'src/orders.ts', true],
    ['a database', 'import { db } from "./db"; export const f = () => db;', 'src/orders.ts', true],
    ['a path', 'export const f = () => 1;', 'src/server/orders.ts', true],
    ['nothing', 'export const f = () => 1;', 'src/orders.ts', false],
    ['a component', 'import { db } from "./db"; export const f = () => db;', 'src/components/orders.tsx', false],
    ['a program', 'import { db } from "./db"; export const f = () => process.argv;', 'src/orders.ts', false],
  ])('%s', (_name, code, filename, expected) => {
    expect(factsOf(code, filename).isServer).toBe(expected);
  });
});

describe('later work', () => {
  it('follows a callback through functions of the file', () => {
    const code = `
import { postToPartner } from './partner';
async function attempt(order) { await postToPartner(order); }
const later = (order) => setTimeout(() => attempt(order), 1_000);
export const handler = async (event) => { later(event); };
`;
    expect(factsOf(code).later).toEqual(['setTimeout attempt (handler → later, line 4)']);
  });

  it('reports a detached chain once, however deep it goes', () => {
    const code = `
import { chargeCard, mailReceipt } from './payments';
export const handler = async (event) => {
  chargeCard(event).then((receipt) => { mailReceipt(receipt).catch(console.error); });
  return 1;
};
`;
    expect(factsOf(code).later).toEqual(['promise chargeCard (handler, line 4)']);
  });

  it.each([
    ['a workflow step', 'import { x } from "@temporalio/workflow"; export const handler = async () => { setTimeout(() => sendMail(), 1); };'],
    ['an actor', 'export class Room extends DurableObject { async bid() { setTimeout(() => sendMail(), 1); } }'],
    ['a callback that only logs', 'export const handler = async () => { setTimeout(() => console.log("late"), 1); };'],
    ['syntax that it does not follow', 'export const handler = async (...[a]) => { setTimeout(...a); setTimeout(); void 0; a?.b?.()?.c; (() => {})(); };'],
  ])('is silent for %s', (_name, code) => {
    expect(factsOf(code).later).toEqual([]);
  });
});
