/**
 * Code that was written for the rules, not for the suggestions: what each suggestion makes of it must parse, must not be reported any
 * more, and must not be reported for anything else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { applySuggestions, type Applied } from './apply-suggestions.js';

const root = path.resolve(import.meta.dirname, '../cases');
const stores = {
  dedup: { module: '@acme/stores', name: 'dedupStore' },
  lock: { module: '@acme/stores', name: 'lockStore' },
  counter: { module: '@acme/stores', name: 'counterStore' },
};

describe('suggestions for the cases', () => {
  const applied: Applied[] = [];

  it.each(['request-leak', 'timer', 'dedup', 'lock', 'counter'])('%s', (concern) => {
    const folder = path.join(root, concern);
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const filename = path.join(file.parentPath, file.name);
      const found = applySuggestions(readFileSync(filename, 'utf8'), filename, folder, { stores });
      for (const { desc, stillWrong } of found) expect({ filename, desc, stillWrong }).toEqual({ filename, desc, stillWrong: [] });
      applied.push(...found);
    }
  });

  it('are offered by the rules that announce them', () => {
    expect([...new Set(applied.map(({ rule }) => rule))].sort()).toEqual([
      'no-memory-counter',
      'no-memory-dedup',
      'no-memory-lock',
      'no-memory-timer',
      'no-request-leak',
    ]);
  });
});
