import { describe, expect, it } from 'vitest';

import { rules } from '../../rules/index.js';
import { ruleNames } from './lint-example.js';
import { pages, rulePages } from './read-page.js';

const SECTIONS = ['Incorrect', 'Options', 'What it does not see', 'When not to use it', 'Move it to'];

describe('rule pages', () => {
  it('are there for every rule, and for nothing else', () => {
    expect(rulePages.map(({ path }) => path).sort()).toEqual(ruleNames.map((name) => `rules/${name}.md`).sort());
  });
});

describe.each(Object.entries(rules))('the page of %s', (name, rule) => {
  const page = rulePages.find(({ path }) => path === `rules/${name}.md`)!;
  const titles = page.headings.filter(({ level }) => level === 2).map(({ title }) => title);

  it('has the title that eslint-doc-generator asks for', () => {
    expect(page.headings[0]).toEqual({ level: 1, title: `${rule.meta.docs.description} (\`stateless/${name}\`)` });
    expect(page.text).toContain('<!-- end auto-generated rule header -->');
  });

  it('opens with the hazard in one sentence', () => {
    const [, body] = page.text.split('<!-- end auto-generated rule header -->');
    const opening = body!.trim().split('\n\n')[0]!;
    expect(opening).toMatch(/^[A-Z][^.]*\.$/);
  });

  it('says why it breaks, with a timeline', () => {
    expect(titles[0]).toMatch(/^Why it breaks with two (instances|requests)$/);
    expect(page.fences.filter(({ section, language }) => section === titles[0] && language === 'text')).toHaveLength(1);
  });

  it('has the sections that every page has, in their order', () => {
    // What needs no store to be right stands under a title of its own, where there is such code.
    expect(titles.slice(1).filter((title) => title !== 'Correct')).toEqual(
      SECTIONS.flatMap((title) => (title === 'Options' && rule.meta.hasSuggestions ? ['Suggestion', title] : [title])),
    );
  });

  it('ends in what to do about failures, expiry and retries', () => {
    const parts = page.headings.slice(page.headings.findIndex(({ title }) => title === 'Move it to') + 1).map(({ title }) => title);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(parts.at(-1)).toBe('Failures, expiry, retries');
  });

  it('names its options', () => {
    const [, options] = page.text.split('\n## Options\n');
    const [schema] = [rule.meta.schema].flat() as { properties?: Record<string, unknown> }[];
    for (const option of Object.keys(schema?.properties ?? {})) expect(options).toContain(`\`${option}\``);
    if (!schema) expect(options).toContain('This rule has no options.');
  });

  it.each(['stores.md', 'checklist.md'])('is linked from %s', (overview) => {
    expect(pages.find(({ path }) => path === overview)!.links).toContain(`rules/${name}.md`);
  });
});
