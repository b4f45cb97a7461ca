import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import ts from 'typescript';

import { proofs } from '../lifecycle/proof.js';
import { trials } from '../lifecycle/scenarios/index.js';
import { lintExample, ruleNames } from './lint-example.js';
import { docs, root, rulePages } from './read-page.js';

const examples = path.join(docs, 'examples', 'rules');

/** The files that the compiler checks with one of the configurations of `npm run types`. */
const typeChecked = new Set(
  ['tsconfig.json', 'tsconfig.cloudflare.json'].flatMap((name) => {
    const { config } = ts.readConfigFile(path.join(examples, name), ts.sys.readFile);
    return ts.parseJsonConfigFileContent(config, ts.sys, examples, undefined, path.join(examples, name)).fileNames;
  }),
);

function reports(rule: string, file: string): string[] {
  const code = readFileSync(path.join(examples, rule, file), 'utf8');
  return lintExample(code, `docs/examples/rules/${rule}/${file}`).map((finding) => finding.rule);
}

describe('the proof', () => {
  it('is there for every rule', () => {
    expect(Object.keys(proofs).sort()).toEqual([...ruleNames].sort());
    expect(Object.keys(trials).sort()).toEqual([...ruleNames].sort());
  });

  it('is printed rule by rule, store by store, without a gap', () => {
    const lines = execFileSync(process.execPath, ['scripts/proof.mjs'], { cwd: root, encoding: 'utf8' }).split('\n');
    for (const [rule, { examples: proven }] of Object.entries(proofs)) {
      const first = lines.findIndex((line) => line.startsWith(`${rule} `));
      for (const [index, { store, proof }] of proven.entries()) {
        expect(lines[first + index]).toContain(` ${store} `);
        expect(lines[first + index]).toContain(` ${proof}`);
      }
    }
    expect(lines.at(-2)).toMatch(/, 0 gaps$/);
  });

  it('holds no code that is reported in what the examples call', () => {
    expect(readdirSync(path.join(examples, 'outside')).flatMap((file) => reports('outside', file))).toEqual([]);
  });
});

describe.each(Object.entries(proofs))('%s', (rule, { invariant, examples: proven }) => {
  const files = readdirSync(path.join(examples, rule));
  const page = rulePages.find(({ path: name }) => name === `rules/${rule}.md`)!;

  it('is reported before by this rule alone, once', () => {
    expect(reports(rule, 'before.ts')).toEqual([rule]);
  });

  it.each(proven)('is clean in $file', ({ file }) => {
    expect(reports(rule, file)).toEqual([]);
  });

  it('says of every example how it is proven', () => {
    expect(files.filter((file) => file.startsWith('after-')).sort()).toEqual(proven.map(({ file }) => file).sort());
  });

  it('moves to two stores or more, at least one of which is run', () => {
    expect(new Set(proven.map(({ store }) => store)).size).toBeGreaterThanOrEqual(2);
    expect(proven.map(({ proof }) => proof)).toContain('run');
    expect(proven.filter(({ proof }) => proof !== 'run' && proof !== 'type-checked')).toEqual([]);
  });

  it('has its code checked by the compiler', () => {
    expect(files.filter((file) => file.endsWith('.ts') && !typeChecked.has(path.join(examples, rule, file)))).toEqual([]);
  });

  it('breaks before, in most of its scenarios', () => {
    const { scenarios } = trials[rule]!;
    expect(scenarios.length).toBeGreaterThanOrEqual(2);
    expect(scenarios.filter(({ breaks }) => breaks).length).toBeGreaterThan(scenarios.length / 2);
  });

  it('shows every file of its examples on its page, as it is', () => {
    expect(page.text).toContain(`**${invariant}**`);
    for (const file of files) {
      const [, shown] = page.text.split(`<!-- begin example ${file} -->\n`);
      expect(shown, file).toBeDefined();
      const block = shown!.split('<!-- end example -->')[0];
      expect(block).toContain(`\n${readFileSync(path.join(examples, rule, file), 'utf8')}\`\`\`\n`);
    }
  });
});
