import { expect, it } from 'vitest';

import { MEMORY_STORES } from '../../src/analysis/stores/memory-stores.js';
import { rulePages } from './read-page.js';

const page = rulePages.find(({ path }) => path === 'rules/no-memory-store.md')!;
const [, section = ''] = page.text.split('### Libraries that the rule knows\n');

const named = [...section.matchAll(/^\| ([a-z ]+) \| (`.+?`) \|/gm)].flatMap(([, holds, names]) =>
  names!.split(', ').map((name) => `${holds}: ${name.replaceAll('`', '')}`),
);

const known = MEMORY_STORES.filter(({ rule }) => rule === undefined || rule === 'no-memory-store').flatMap(({ holds, packages }) =>
  packages.map((name) => `${holds}: ${packageOf(name)}`),
);

/** `langchain/memory` → `langchain`: the page names packages, not their entries. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

it('the page of no-memory-store names every library that the rule knows, and no other', () => {
  expect([...new Set(named)].sort()).toEqual([...new Set(known)].sort());
});
