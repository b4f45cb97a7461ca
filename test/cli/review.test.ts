import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { chargeOnce, createProject, doubleCharge, runCommand } from './command-line.js';
import { expectRefusal } from './expect-refusal.js';

const page = /https:\/\/github\.com\/eslint-plugin-stateless\/eslint-plugin-stateless\/blob\/v[\d.]+\/docs\/rules\/no-memory-dedup\.md/;

describe('what a review prints', () => {
  it('tells of each finding where it is, what it means, the line of code, where to move it and its page', async () => {
    const cwd = createProject({ 'src/webhook.ts': doubleCharge, 'src/refund.ts': chargeOnce });
    const { code, stdout, stderr } = await runCommand(['review', 'src'], { cwd });
    const [file, position, source, moveTo, docs, summary, concern, total] = stdout.split('\n').filter((line) => line !== '');
    expect(file).toBe('src/webhook.ts');
    expect(position).toMatch(/^ {2}3:7 {2}error {2}`seen` .*handler/);
    expect(source).toBe('    code    const seen = new Set<string>();');
    expect(moveTo).toMatch(/^ {4}move to \w+/);
    expect(docs).toMatch(page);
    expect(summary).toBe('Summary by concern');
    expect(concern).toMatch(/^ {2}[\w ]+ {2}1 {2}stateless\/no-memory-dedup$/);
    expect(total).toBe('1 finding (1 error, 0 warnings) in 1 of 2 files.');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('says so where there is nothing to say', async () => {
    const cwd = createProject({ 'refund.ts': chargeOnce });
    expect(await runCommand(['review'], { cwd })).toEqual({
      code: 0,
      stdout: 'No state that must leave the process in 1 file.\n',
      stderr: '',
    });
  });

  it('exits with 0 where there are warnings only', async () => {
    const cwd = createProject({ 'webhook.ts': `/* eslint stateless/no-memory-dedup: "warn" */\n${doubleCharge}` });
    const { code, stdout } = await runCommand(['review', 'webhook.ts'], { cwd });
    expect(stdout).toContain('1 finding (0 errors, 1 warning) in 1 of 1 file.');
    expect(code).toBe(0);
  });

  it('keeps control characters of reviewed code from the terminal', async () => {
    const cwd = createProject({ 'webhook.ts': doubleCharge.replace('new Set<string>();', 'new Set<string>(); // \u001b[2J') });
    const { stdout } = await runCommand(['review'], { cwd });
    expect(stdout).toContain('const seen = new Set<string>(); //  [2J');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('inline comments', () => {
  it('turn a finding off', async () => {
    const disabled = doubleCharge.replace('const seen', '// eslint-disable-next-line stateless/no-memory-dedup -- a demo\nconst seen');
    const cwd = createProject({ 'webhook.ts': disabled });
    expect(await runCommand(['review'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('may speak of rules, environments and plugins that the review does not know', async () => {
    const comments = [
      '/* eslint import/no-cycle: "error", no-console: "error" */',
      '/* eslint-env node */',
      '// eslint-disable-next-line @typescript-eslint/no-explicit-any, import/no-cycle',
    ];
    const cwd = createProject({ 'refund.ts': `${comments.join('\n')}\n${chargeOnce}` });
    expect(await runCommand(['review'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('paths', () => {
  const bracketed = { 'app/api/[id]/route.ts': doubleCharge, 'app/[[...slug]]/page.ts': chargeOnce };

  it('are taken literally, relative or absolute, file or folder', async () => {
    const cwd = createProject(bracketed);
    for (const given of ['app/api/[id]/route.ts', './app/api/[id]', path.join(cwd, 'app/api/[id]/route.ts'), path.join(cwd, 'app')]) {
      const { code, stdout } = await runCommand(['review', given], { cwd });
      expect(stdout, given).toMatch(/^app\/api\/\[id\]\/route\.ts\n/);
      expect(code, given).toBe(1);
    }
  });

  it('may lie outside the working directory', async () => {
    const elsewhere = createProject(bracketed);
    const cwd = createProject({ 'package.json': '{}' });
    for (const given of [elsewhere, path.join(elsewhere, 'app/api/[id]/route.ts'), path.relative(cwd, elsewhere)]) {
      const { code, stdout } = await runCommand(['review', given], { cwd });
      expect(stdout, given).toContain(path.relative(cwd, path.join(elsewhere, 'app/api/[id]/route.ts')));
      expect(code, given).toBe(1);
    }
  });

  it('that overlap review a file once', async () => {
    const cwd = createProject(bracketed);
    const { stdout } = await runCommand(['review', 'app', 'app/api', 'app/api/[id]/route.ts'], { cwd });
    expect(stdout).toContain('1 finding (1 error, 0 warnings) in 1 of 2 files.');
  });

  it('leave out what is installed, built, generated or minified, unless it is named', async () => {
    const cwd = createProject({
      'src/refund.ts': chargeOnce,
      'src/types.d.ts': 'export declare const seen: Set<string>;',
      'node_modules/limiter/index.js': 'exports.limit = 1;',
      'dist/webhook.js': 'export const seen = 1;',
      'build/webhook.js': 'export const seen = 1;',
      'coverage/report.js': 'export const seen = 1;',
      '.next/server.js': 'export const seen = 1;',
      'public/app.min.js': 'export const seen = 1;',
    });
    expect((await runCommand(['review'], { cwd })).stdout).toContain('in 1 file.');
    expect((await runCommand(['review', 'dist', 'node_modules/limiter', 'public/app.min.js'], { cwd })).stdout).toContain('in 3 files.');
  });

  it('cover JavaScript and TypeScript of every extension', async () => {
    const cwd = createProject({
      'a.js': 'export const page = <p>order</p>;',
      'b.jsx': 'export const page = <p>order</p>;',
      'c.mjs': 'export const total = 1;',
      'd.cjs': "const total = require('./total'); module.exports = total;",
      'e.ts': 'export const total = <number>JSON.parse("1");',
      'f.tsx': 'export const page = <p>order</p>;',
      'g.mts': 'export const total = 1 as number;',
      'h.cts': "import total = require('./total'); export = total;",
    });
    expect(await runCommand(['review'], { cwd })).toMatchObject({ code: 0, stdout: expect.stringContaining('in 8 files.') });
  });
});

describe('a file that does not parse', () => {
  it('is reported, and the others still run', async () => {
    const cwd = createProject({ 'broken.ts': 'export const handler = async ( => {', 'webhook.ts': doubleCharge });
    const { code, stdout, stderr } = await runCommand(['review'], { cwd });
    expect(stdout).toContain('1 finding (1 error, 0 warnings) in 1 of 1 file.');
    expect(stderr).toMatch(/^broken\.ts:1:\d+: does not parse: .+\n1 file could not be reviewed\.\n$/);
    expect(code).toBe(2);
  });
});

describe('wrong usage', () => {
  const cwd = createProject({
    'webhook.ts': doubleCharge,
    'notes.md': '# notes',
    'empty/notes.md': '# notes',
    'unfinished.config.mjs': 'export default [{',
    'misspelled.config.mjs': 'export default [{ rule: {} }];',
    'unknown-rule.config.mjs': 'export default [{ rules: { "acme/no-memory": "error" } }];',
    'missing-package.config.mjs': 'import acme from "@acme/eslint-config"; export default acme;',
    'other-rules.config.mjs': 'export default [{ files: ["**/*.ts"], rules: { "no-var": "error" } }];',
    'all-ignored.config.mjs': 'export default [{ ignores: ["**/*"] }];',
  });

  it.each([
    [['review', 'webhok.ts'], 'webhok.ts: no such file or folder'],
    [['review', 'src/*.ts'], 'src/*.ts: no such file or folder (paths are taken literally, not as patterns)'],
    [['review', 'notes.md'], 'notes.md: not a JavaScript or TypeScript file'],
    [['review', 'empty'], 'empty: no JavaScript or TypeScript file in this folder'],
    [['review', '--config', 'eslint.config.js'], '--config eslint.config.js: no such file'],
    [['review', '--config', 'unfinished.config.mjs'], 'unfinished.config.mjs: Unexpected end of input'],
    [['review', '--config', 'misspelled.config.mjs'], /^misspelled\.config\.mjs: .*Unexpected key "rule" found\.$/],
    [['review', '--config', 'unknown-rule.config.mjs'], /^unknown-rule\.config\.mjs: .*Could not find plugin "acme"/],
    [['review', '--config', 'missing-package.config.mjs'], /^missing-package\.config\.mjs: Cannot find package '@acme\/eslint-config'/],
    [
      ['review', '--config', 'other-rules.config.mjs', 'webhook.ts'],
      'other-rules.config.mjs: turns on no rule of eslint-plugin-stateless for these files',
    ],
    [['review', '--config', 'all-ignored.config.mjs', 'webhook.ts'], /^all-ignored\.config\.mjs: ignores /],
    [['review', '--confg', 'eslint.config.js'], "Unknown option '--confg', did you mean --config?"],
    [['reveiw', 'webhook.ts'], 'unknown command "reveiw", did you mean "review"? (--help shows the usage)'],
    [['webhook.ts'], 'unknown command "webhook.ts", did you mean "review webhook.ts"? (--help shows the usage)'],
    [['explain'], 'explain: name a rule, such as no-memory-dedup'],
    [['explain', 'no-memory-lock', 'no-memory-queue'], 'explain: one rule at a time, got 2'],
  ])('%j gets one clear line, and exit code 2', async (args, line) => {
    await expectRefusal(args, cwd, line);
  });

  it('gets a line for each path that is wrong', async () => {
    const { stderr } = await runCommand(['review', 'missing', 'webhook.ts', 'notes.md'], { cwd });
    expect(stderr.split('\n')).toEqual([
      'eslint-plugin-stateless: missing: no such file or folder',
      'eslint-plugin-stateless: notes.md: not a JavaScript or TypeScript file',
      '',
    ]);
  });

  it('without any command prints the usage on stderr', async () => {
    const { code, stdout, stderr } = await runCommand([], { cwd });
    expect(stderr).toContain('Usage:');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('colour', () => {
  const cwd = createProject({ 'webhook.ts': doubleCharge });
  const isColoured = async (env: Record<string, string>, isTTY: boolean): Promise<boolean> =>
    (await runCommand(['review'], { cwd, env, isTTY })).stdout.includes('\u001b[');

  it('is for terminals, and for those who ask', async () => {
    expect(await isColoured({}, true)).toBe(true);
    expect(await isColoured({}, false)).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1' }, false)).toBe(true);
  });

  it('is off where somebody said no', async () => {
    expect(await isColoured({ NO_COLOR: '1' }, true)).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(await isColoured({ TERM: 'dumb' }, true)).toBe(false);
  });
});

describe('lines', () => {
  const cwd = createProject({ 'webhook.ts': doubleCharge });
  const linesOf = async (terminal: { isTTY: boolean; columns?: number }): Promise<string[]> =>
    (await runCommand(['review'], { cwd, env: { NO_COLOR: '1' }, ...terminal })).stdout.split('\n');

  it('fit into the terminal, addresses of pages left whole', async () => {
    const lines = await linesOf({ isTTY: true, columns: 80 });
    expect(lines.filter((line) => line.length > 80 && !line.includes('https://'))).toEqual([]);
    expect(lines).toContain('  3:7  error  `seen` remembers what has been handled in this process only');
    expect(lines.some((line) => line.endsWith('/docs/rules/no-memory-dedup.md'))).toBe(true);
  });

  it('are whole in a pipe, and where there is no room to break them', async () => {
    const whole = await linesOf({ isTTY: false, columns: 80 });
    const message = whole.find((line) => line.startsWith('  3:7'));
    expect(message).toMatch(/conditional write\.$/);
    expect(await linesOf({ isTTY: true, columns: 30 })).toContain(message);
  });
});

describe('general options', () => {
  it('print help and version on stdout', async () => {
    const cwd = createProject({});
    expect(await runCommand(['--help'], { cwd })).toMatchObject({ code: 0, stdout: expect.stringContaining('Exit codes:') });
    expect(await runCommand(['review', '--help'], { cwd })).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage:') });
    expect(await runCommand(['--version'], { cwd })).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
  });
});
