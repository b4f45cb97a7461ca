import { describe, expect, it } from 'vitest';

import { createEffectReader } from '../../src/analysis/effects.js';
import { readFacts } from './read-facts.js';

interface StoreFacts {
  /** What the calls of the file do to the world, in the order in which they end. */
  readonly effects: readonly string[];
  /** Origins of the constant `found`. */
  readonly found: string;
}

function factsOf(code: string, externalStores: readonly string[]): StoreFacts {
  return readFacts({ code, settings: { externalStores } }, (analysis) => {
    const reader = createEffectReader(analysis);
    const calls = analysis.source.calls.filter(({ from }) => from !== null).sort((a, b) => a.node.range[1] - b.node.range[1]);
    const found = analysis.look.scopeManager.scopes.flatMap(({ variables }) => variables).find(({ name }) => name === 'found')?.defs[0]?.node;
    return {
      effects: calls.map(({ node }) => reader.kindOf(node)),
      found: found?.type === 'VariableDeclarator' ? [...analysis.origins.of(found.init!)].sort().join(', ') : '',
    };
  });
}

const inHandler = (imported: string, line: string): string => `${imported}\nexport const handler = async (event, context) => {\n  ${line}\n};\n`;
const ledger = `import { ledger } from '@acme/store';`;

describe('calls of a store that the settings name', () => {
  it.each([
    ['writes, whatever the verb', ledger, 'await ledger.reckon(event.order);', 'unknown', 'store'],
    ['writes by a method that collections have', `import { carts } from '@acme/store';`, 'carts.set(event.id, event.cart);', 'memory', 'store'],
    ['writes by a function of its own', `import { settleOrder } from '@acme/store';`, 'await settleOrder(event.order);', 'send', 'store'],
    ['writes under the name of a client', `import ledger from '@acme/store'; const book = ledger.partition('eu');`, 'await book.reckon(event.order);', 'unknown', 'store'],
    ['reads', ledger, 'await ledger.findOrder(event.id);', 'read', 'read'],
    ['reads further along a chain', ledger, 'await ledger.find(event.query).newestFirst();', 'memory unknown', 'read read'],
    ['leads to a part', ledger, `await ledger.collection('orders').reckon(event);`, 'unknown unknown', 'prepare store'],
    ['opens', `import { connect } from '@acme/store';`, 'await connect();', 'prepare', 'prepare'],
    ['closes', ledger, 'await ledger.disconnect();', 'close', 'close'],
    ['SQL that only reads', ledger, `await ledger.run('SELECT 1');`, 'read', 'read'],
    ['another package', `import { ledger } from '@acme/storefront';`, 'await ledger.reckon(event.order);', 'unknown', 'unknown'],
  ])('%s', (_, imported, line, without, named) => {
    const code = inHandler(imported, line);
    expect(factsOf(code, []).effects.join(' ')).toBe(without);
    expect(factsOf(code, ['@acme/store']).effects.join(' ')).toBe(named);
  });

  it('answer from outside, also where nobody awaits them', () => {
    const code = inHandler(`import { rates } from './db';`, 'const found = rates.lookUp(event.currency);');
    expect(factsOf(code, []).found).toBe('request');
    expect(factsOf(code, ['./db']).found).toBe('external, request');
  });
});

describe('calls of a store of the table, under names that say nothing', () => {
  it.each([
    ['a write by a method that collections have', `import { Redis } from 'ioredis'; const held = new Redis();`, 'held.set(event.id, 1);', 'store'],
    ['a command that no list of verbs holds', `import { Redis } from 'ioredis'; const held = new Redis();`, 'await held.zrem(event.id, 1);', 'store'],
    ['a read by a command', `import { createClient } from 'redis'; const held = createClient();`, 'await held.hGetAll(event.id);', 'read'],
    ['a query that writes in its middle', `import { createClient } from '@supabase/supabase-js'; const shop = createClient(url, key);`, `await shop.from('orders').update(event.order).eq('id', event.id).select();`, 'prepare store store store'],
    ['a query that reads', `import { createClient } from '@supabase/supabase-js'; const shop = createClient(url, key);`, `await shop.from('orders').select().eq('id', event.id);`, 'prepare read read'],
    ['a message', `import { Queue } from 'bullmq'; const mails = new Queue('mails');`, `mails.add('welcome', event);`, 'send'],
    ['a binding of the platform', '', 'await context.env.SEATS.put(event.id, event.seat);', 'store'],
    ['a listener', `import { Redis } from 'ioredis'; const held = new Redis();`, `held.on('error', report);`, 'prepare'],
    ['what is done with an answer', `import { Redis } from 'ioredis'; const held = new Redis();`, '(await held.keys(event.id)).forEach(report);', 'read memory'],
    ['a map of the same name', 'const held = new Map();', 'held.set(event.id, 1);', 'memory'],
  ])('%s', (_, imported, line, effects) => {
    expect(factsOf(inHandler(imported, line), []).effects.join(' ')).toBe(effects);
  });
});

describe('a module path of the settings', () => {
  it.each(['./db', '../db', '../../lib/db', '../../lib/db.js', '@/db', '~/server/db', './db/index.ts'])('./db means %s', (specifier) => {
    expect(factsOf(inHandler(`import { ledger } from '${specifier}';`, 'await ledger.reckon(event);'), ['./db']).effects).toEqual(['store']);
  });

  it.each(['./mydb', './db/rows', './db-names', 'db', '@acme/db'])('./db does not mean %s', (specifier) => {
    expect(factsOf(inHandler(`import { ledger } from '${specifier}';`, 'await ledger.reckon(event);'), ['./db']).effects).toEqual(['unknown']);
  });

  it('says more with a folder', () => {
    const effectsOf = (specifier: string): readonly string[] => factsOf(inHandler(`import { ledger } from '${specifier}';`, 'await ledger.reckon(event);'), ['./lib/db']).effects;
    expect(effectsOf('../../lib/db')).toEqual(['store']);
    expect(effectsOf('../names/db')).toEqual(['unknown']);
  });

  it('a package means what lies below it too', () => {
    expect(factsOf(inHandler(`import { ledger } from '@acme/store/ledger';`, 'await ledger.reckon(event);'), ['@acme/store']).effects).toEqual(['store']);
  });
});
