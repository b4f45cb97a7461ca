import { describe, expect, it } from 'vitest';

import { reportingRules } from './lint-example.js';
import { pages, type Fence, type Page } from './read-page.js';

const LINTED = new Set(['ts', 'tsx', 'js']);
const SHOWN = new Set(['sql', 'text', 'sh', 'yaml', 'json', 'lua']);

/** An incorrect example is reported by the rule of its page and by no other; everything else by none. */
function expectedRules(page: Page, fence: Fence): string[] {
  if (fence.reports) return [fence.reports];
  return fence.section === 'Incorrect' ? [page.path.replace(/^rules\/|\.md$/g, '')] : [];
}

describe.each(pages.filter(({ fences }) => fences.length > 0))('$path', (page) => {
  it('has code in known languages only', () => {
    expect(page.fences.map(({ language }) => language).filter((language) => !LINTED.has(language) && !SHOWN.has(language))).toEqual([]);
  });

  const examples = page.fences.filter(({ language }) => LINTED.has(language));
  it.each(examples)('line $line, $section', (fence) => {
    const filename = fence.filename ?? `src/handler.${fence.language}`;
    expect(reportingRules(fence.code, filename)).toEqual(expectedRules(page, fence));
  });
});
