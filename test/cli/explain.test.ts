import { describe, expect, it } from 'vitest';

import { renderPage } from '../../src/cli/render-page.js';
import { rules } from '../../rules/index.js';
import { plainPaint } from '../../src/review/paint.js';
import { runCommand } from './command-line.js';

const cwd = import.meta.dirname;

describe('explain', () => {
  it.each(Object.entries(rules))('prints the page of %s', async (name, rule) => {
    const { code, stdout, stderr } = await runCommand(['explain', name], { cwd });
    expect(stdout.split('\n')[0]).toBe(`${rule.meta.docs.description} (\`stateless/${name}\`)`);
    expect(stdout).not.toMatch(/<!--|```/);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('takes the name as reports print it', async () => {
    const short = await runCommand(['explain', 'no-memory-dedup'], { cwd });
    expect(await runCommand(['explain', 'stateless/no-memory-dedup'], { cwd })).toEqual(short);
  });

  it.each([
    ['no-memory-dedupe', 'explain: no rule "no-memory-dedupe"; did you mean no-memory-dedup?'],
    ['dedup', 'explain: no rule "dedup"; did you mean no-memory-dedup?'],
    ['stateless/no-memory-locks', 'explain: no rule "stateless/no-memory-locks"; did you mean no-memory-lock'],
    ['prefer-const', 'explain: no rule "prefer-const"; the rules are no-memory-dedup, '],
  ])('answers %s with the nearest names', async (name, line) => {
    const { code, stdout, stderr } = await runCommand(['explain', name], { cwd });
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('renderPage', () => {
  const page = [
    '# stateless/no-memory-lock',
    '',
    '💼 In `recommended`.',
    '<!-- end auto-generated rule header -->',
    '',
    'A **lease** is kept [by a store](https://example.com/lease), see [locks](./locks.md).',
    '',
    '## Correct',
    '',
    '```ts',
    '# not a heading',
    "if (a < b && list[0](c)) await lease('**');",
    '```',
  ].join('\n');

  it('drops the marks and keeps the code as it is', () => {
    expect(renderPage(page, plainPaint)).toBe(
      [
        'stateless/no-memory-lock',
        '',
        '💼 In `recommended`.',
        '',
        'A lease is kept by a store (https://example.com/lease), see locks.',
        '',
        'Correct',
        '',
        '    # not a heading',
        "    if (a < b && list[0](c)) await lease('**');",
        '',
      ].join('\n'),
    );
  });

  it('makes headings bold', () => {
    const marked = renderPage(page, (style, text) => `<${style}:${text}>`);
    expect(marked).toContain('<bold:stateless/no-memory-lock>');
    expect(marked).toContain('<bold:lease>');
    expect(marked).toContain('<bold:Correct>');
  });
});
