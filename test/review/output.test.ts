import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { createProject, doubleCharge, runCommand } from '../cli/command-line.js';
import { expectRefusal } from '../cli/expect-refusal.js';

const formats = ['text', 'markdown', 'html', 'json', '@microsoft/eslint-formatter-sarif'];

/** Formatters of ESLint are looked for from the working directory, as ESLint does. */
function createService(files: Record<string, string> = {}): string {
  const cwd = createProject({ 'src/webhook.ts': doubleCharge, ...files });
  symlinkSync(path.resolve(import.meta.dirname, '../../node_modules'), path.join(cwd, 'node_modules'));
  return cwd;
}

describe('--output', () => {
  it.each(formats)('writes a report as %s, says so, and replaces it the next time', async (format) => {
    const cwd = createService();
    const args = ['review', 'src', '--format', format, '--output', 'report'];
    const first = await runCommand(args, { cwd });
    expect(first).toEqual({ code: 1, stdout: 'report: 1 finding (1 error, 0 warnings), 0 accepted\n', stderr: '' });
    const written = readFileSync(path.join(cwd, 'report'), 'utf8');
    expect(written).toContain('no-memory-dedup');
    expect(await runCommand(args, { cwd })).toEqual(first);
    expect(readFileSync(path.join(cwd, 'report'), 'utf8')).toBe(written);
  });

  it('writes what stdout would have got, without colour', async () => {
    const cwd = createService();
    await runCommand(['review', 'src', '--output', 'report.txt'], { cwd, isTTY: true });
    const { stdout } = await runCommand(['review', 'src'], { cwd });
    expect(readFileSync(path.join(cwd, 'report.txt'), 'utf8')).toBe(stdout);
  });

  it('replaces an earlier report of another format, a clean one, and an empty file', async () => {
    const cwd = createService({ 'clean.txt': 'No state that must leave the process in 3 files.\n', 'empty.txt': '' });
    await runCommand(['review', 'src', '--format', 'html', '--output', 'report'], { cwd });
    for (const file of ['report', 'clean.txt', 'empty.txt']) {
      expect((await runCommand(['review', 'src', '--format', 'json', '--output', file], { cwd })).code, file).toBe(1);
      expect(JSON.parse(readFileSync(path.join(cwd, file), 'utf8'))).toMatchObject({ formatVersion: 1 });
    }
  });

  it.each([
    ['README.md', '# Shop\n\n17 findings (15 errors, 2 warnings) in 8 of 14 files.\n'],
    ['package.json', '{ "name": "shop" }'],
    ['index.html', '<!doctype html>\n<title>Shop</title>'],
    ['notes.txt', 'No state that must leave the process, I hope.\n'],
    ['broken.json', '{ "format": "eslint-plugin-stateless/design-review"'],
    ['eslint.config.js', 'import stateless from "eslint-plugin-stateless";'],
  ])('leaves %s alone, unless it is forced', async (file, text) => {
    const cwd = createService({ [file]: text });
    const args = ['review', 'src', '--output', file];
    expect(await runCommand(args, { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `eslint-plugin-stateless: --output ${file}: is there already, and is no earlier report (--force replaces it)\n`,
    });
    expect(readFileSync(path.join(cwd, file), 'utf8')).toBe(text);
    expect((await runCommand([...args, '--force'], { cwd })).code).toBe(1);
    expect(readFileSync(path.join(cwd, file), 'utf8')).toContain('no-memory-dedup');
  });

  it('leaves nothing else behind, keeps the rights of what it replaces, and follows a link', async () => {
    const cwd = createService();
    mkdirSync(path.join(cwd, 'reports'));
    writeFileSync(path.join(cwd, 'reports/latest.json'), '');
    chmodSync(path.join(cwd, 'reports/latest.json'), 0o600);
    symlinkSync('reports/latest.json', path.join(cwd, 'report.json'));
    await runCommand(['review', 'src', '--format', 'json', '--output', 'report.json'], { cwd });
    expect(readdirSync(path.join(cwd, 'reports'))).toEqual(['latest.json']);
    expect(statSync(path.join(cwd, 'reports/latest.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(cwd, 'reports/latest.json'), 'utf8')).toContain('"formatVersion": 1');
  });

  it('writes nothing where the review cannot be done', async () => {
    const cwd = createService();
    expect((await runCommand(['review', 'missing', '--output', 'report.json'], { cwd })).code).toBe(2);
    expect(existsSync(path.join(cwd, 'report.json'))).toBe(false);
  });

  it.each([
    [['review', 'src', '--output', 'reports/latest.html'], '--output reports/latest.html: no folder reports'],
    [['review', 'src', '--output', 'src'], '--output src: not a file'],
    [['review', 'src', '--force'], 'review: --force needs --output'],
    [
      ['review', 'src', '--format', 'htlm'],
      /^--format htlm: There was a problem loading formatter: .*\(text, markdown, html and json are built in; any other is a formatter of ESLint\)$/,
    ],
    [['explain', 'no-memory-dedup', '--output', 'page.md'], 'explain: takes no --output'],
  ])('%j gets one clear line, and exit code 2', async (args, line) => {
    await expectRefusal(args, createService(), line);
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly results: readonly { readonly ruleId: string; readonly suppressions?: unknown }[];
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] } };
  }[];
}

describe('--format with a formatter of ESLint', () => {
  const accepted = doubleCharge.replace('const seen', '// eslint-disable-next-line stateless/no-memory-dedup -- a demo\nconst seen');
  const noisy = `/* eslint import/no-cycle: "error" */\n${accepted}`;

  it('gives SARIF with the rules, their pages and what was turned off', async () => {
    const cwd = createService({ 'src/accepted.ts': accepted });
    const { stdout, stderr, code } = await runCommand(['review', 'src', '--format', '@microsoft/eslint-formatter-sarif'], { cwd });
    const { version, runs } = JSON.parse(stdout) as Sarif;
    expect(version).toBe('2.1.0');
    expect(runs[0]!.results.map(({ ruleId }) => ruleId)).toContain('stateless/no-memory-dedup');
    expect(runs[0]!.tool.driver.rules).toMatchObject([
      { id: 'stateless/no-memory-dedup', helpUri: expect.stringMatching(/^https:.*no-memory-dedup\.md$/) },
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('takes the formatters of ESLint itself', async () => {
    const cwd = createService();
    const { stdout } = await runCommand(['review', 'src', '--format', 'stylish'], { cwd });
    expect(stdout).toMatch(/webhook\.ts\n +3:7 +error .*stateless\/no-memory-dedup\n/);
    const { stdout: json } = await runCommand(['review', 'src', '--format', 'json-with-metadata'], { cwd });
    expect(JSON.parse(json)).toMatchObject({
      results: [{ errorCount: 1 }],
      metadata: { rulesMeta: { 'stateless/no-memory-dedup': { type: 'problem' } } },
    });
  });

  it('takes one by its path, with files outside of the working directory, and leaves out what others made ESLint say', async () => {
    const cwd = createService({
      'tools/count.mjs':
        'export default (results, { cwd, rulesMeta }) => `${results.map(({ messages }) => messages.length).join()} of ${Object.keys(rulesMeta).length > 0}`;',
    });
    const elsewhere = createProject({ 'noisy.ts': noisy, 'webhook.ts': doubleCharge });
    const { stdout } = await runCommand(['review', elsewhere, '--format', './tools/count.mjs'], { cwd });
    expect(stdout).toBe('0,1 of true\n');
  });

  it('tells in one line of one that fails', async () => {
    const cwd = createService({ 'tools/fail.mjs': 'export default () => { throw new Error("no ink"); };' });
    expect(await runCommand(['review', 'src', '--format', './tools/fail.mjs'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'eslint-plugin-stateless: --format ./tools/fail.mjs: the formatter failed: no ink\n',
    });
  });
});
