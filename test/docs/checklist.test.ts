import { describe, expect, it } from 'vitest';

import { CONSEQUENCES } from '../../src/analysis/stores/memory-stores.js';
import { CHECKLIST_ROWS, CONCERN_OF_HOLDING } from '../../src/review/checklist-rows.js';
import { ruleNames } from './lint-example.js';
import { pages } from './read-page.js';

const page = pages.find(({ path }) => path === 'checklist.md')!;
const [, ...columns] = page.text
  .split('\n')
  .find((line) => line.startsWith('| concern |'))!
  .split(' | ');

/** The rows of the page: what stands in each cell. */
const rows = page.text
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('rules/'))
  .map((line) => line.slice(2, -2).split(' | '));

describe('the checklist of a review and its page', () => {
  it('have the same rows in the same order', () => {
    expect(rows.map(([concern]) => titleOf(concern!))).toEqual(CHECKLIST_ROWS.map(({ title }) => title));
  });

  it('ask the same questions', () => {
    expect(rows.map(([, question]) => question)).toEqual(CHECKLIST_ROWS.map(({ question }) => question));
  });

  it('put each rule into the same row', () => {
    expect(rows.map(([concern]) => rulesIn(concern!))).toEqual(CHECKLIST_ROWS.map(({ rules }) => rules));
  });

  it('leave no cell of the page empty', () => {
    expect(columns).toHaveLength(4);
    for (const cells of rows) expect(cells.filter((cell) => cell.trim() !== '')).toHaveLength(5);
  });
});

it('every rule belongs to one row of the checklist, and that of libraries to the row of what they keep', () => {
  expect([...CHECKLIST_ROWS.flatMap(({ rules }) => rules), 'no-memory-store'].sort()).toEqual([...ruleNames].sort());
  expect([...CONCERN_OF_HOLDING.keys()].sort()).toEqual(Object.keys(CONSEQUENCES).sort());
});

/** `[Caches](rules/no-memory-cache.md)`, or `Workflow progress: [in memory](…), [in logs](…)`. */
function titleOf(cell: string): string {
  return /^(?:\[([^\]]+)\]|([^:[]+):)/
    .exec(cell)!
    .slice(1)
    .find((title) => title !== undefined)!;
}

function rulesIn(cell: string): string[] {
  return [...cell.matchAll(/\(rules\/([\w-]+)\.md\)/g)].map(([, rule]) => rule!);
}
