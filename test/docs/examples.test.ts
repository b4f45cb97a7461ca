import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { lintExample, ruleNames } from './lint-example.js';
import { docs, listFiles, pages, root } from './read-page.js';

const examples = path.join(docs, 'examples');
const services = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'rules')
  .map(({ name }) => name)
  .sort();

interface Place {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
}

function lintSide(service: string, side: 'before' | 'after'): Place[] {
  return listFiles(path.join(examples, service, side)).flatMap((file) => {
    const shown = path.relative(root, file).replaceAll('\\', '/');
    return lintExample(readFileSync(file, 'utf8'), shown).map(({ rule, line }) => ({ file: shown, rule, line }));
  });
}

function rulesOf(places: readonly Place[]): string[] {
  return [...new Set(places.map(({ rule }) => rule))].sort();
}

describe('example services', () => {
  it('show every rule on their before side', () => {
    const shown = rulesOf(services.flatMap((service) => lintSide(service, 'before')));
    expect(ruleNames.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('are all listed on their overview', () => {
    const { links } = pages.find(({ path: page }) => page === 'examples/README.md')!;
    for (const service of services) expect(links).toContain(`${service}/README.md`);
  });
});

describe.each(services)('%s', (service) => {
  const { text, links } = pages.find(({ path: page }) => page === `examples/${service}/README.md`)!;

  it('is reported before by the rules that its README names', () => {
    const named = links.map((link) => /rules\/([\w-]+)\.md$/.exec(link)?.[1]).filter((name) => name !== undefined);
    expect(rulesOf(lintSide(service, 'before'))).toEqual([...new Set(named)].sort());
  });

  it('is clean after', () => {
    expect(lintSide(service, 'after')).toEqual([]);
  });

  it('says what breaks and what was done', () => {
    expect(text).toContain('## What breaks in `before`');
    expect(text).toContain('## What `after` does');
  });
});
