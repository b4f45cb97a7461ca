/** The same reports under oxlint as under ESLint: each place to the byte, each word, each level. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { pages } from '../docs/read-page.js';
import { createWorkspace, root, shownFile, type Workspace } from './workspace.js';

const OXLINT = 'oxlint/bin/oxlint';
const parser = typescriptParser as Linter.Parser;
const code = /\.[cm]?[jt]sx?$/;

interface OxlintOutput {
  readonly number_of_files: number;
  readonly diagnostics: readonly OxlintDiagnostic[];
}

interface OxlintDiagnostic {
  readonly filename: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[];
}

/** Every case, every example service, and every piece of code on a page of the docs, at the path that it claims to have. */
function writeCorpus(workspace: Workspace): void {
  cpSync(path.join(root, 'test/cases'), path.join(workspace.folder, 'cases'), { recursive: true });
  cpSync(path.join(root, 'docs/examples'), path.join(workspace.folder, 'examples'), { recursive: true });
  for (const { path: page, fences } of pages) {
    for (const { filename, language, line, code: text } of fences) {
      if (!['js', 'ts', 'tsx'].includes(language)) continue;
      workspace.write(path.join('pages', page, `line-${line}`, filename ?? `src/handler.${language}`), text);
    }
  }
}

interface Run {
  readonly level: 'recommended' | 'strict';
  readonly folders: readonly string[];
}

// Strict reports all that recommended does, and more; what differs between the two is levels and options, for which less will do.
const runs: readonly Run[] = [
  { level: 'strict', folders: ['cases', 'examples', 'pages'] },
  { level: 'recommended', folders: ['examples', 'pages'] },
];

describe.each(runs)('$level', ({ level, folders }) => {
  let workspace: Workspace;
  let oxlint: OxlintOutput;
  let eslint: ESLint.LintResult[];

  beforeAll(async () => {
    workspace = createWorkspace(
      {
        '.oxlintrc.json': JSON.stringify({
          jsPlugins: ['eslint-plugin-stateless'],
          categories: { correctness: 'off' },
          rules: plugin.configs[level].rules,
        }),
      },
      { packages: ['oxlint'] },
    );
    writeCorpus(workspace);
    const { stdout, stderr } = await workspace.run(OXLINT, ['--format', 'json', '--no-ignore', ...folders]);
    expect(stderr).toBe('');
    oxlint = JSON.parse(stdout) as OxlintOutput;
    eslint = await lintWithESLint(workspace.folder, level, folders);
  }, 300_000);

  it('reads the same files', () => {
    const files = folders.flatMap((folder) => readdirSync(path.join(workspace.folder, folder), { recursive: true, encoding: 'utf8' }));
    expect(oxlint.number_of_files).toBe(files.filter((file) => code.test(file)).length);
    expect(eslint).toHaveLength(oxlint.number_of_files);
  });

  it('reports the same', () => {
    const underOxlint = oxlint.diagnostics.map(({ filename, code: rule, severity, message, labels: [label] }) =>
      [filename, label?.span.offset, label?.span.length, severity, rule, message].join(' '),
    );
    const underESLint = eslint.flatMap(({ filePath, messages }) =>
      messages.map((message) => {
        const { offset, length } = spanOf(message, readFileSync(filePath, 'utf8'));
        const rule = message.ruleId?.replace(/^stateless\/(.*)$/, 'stateless($1)');
        return [
          path.relative(workspace.folder, filePath),
          offset,
          length,
          message.severity === 2 ? 'error' : 'warning',
          rule,
          message.message,
        ].join(' ');
      }),
    );
    expect(underOxlint.sort()).toEqual(underESLint.sort());
    // Each rule has had something to say.
    expect([...new Set(oxlint.diagnostics.map(({ code: rule }) => rule))].sort()).toEqual(
      Object.keys(plugin.rules)
        .map((name) => `stateless(${name})`)
        .sort(),
    );
  });
});

describe('docs/oxlint.md', () => {
  const dedup = `const seen = new Set();\nexport const handler = async (event) => {\n  if (seen.has(event.id)) return;\n  await charge(event);\n  seen.add(event.id);\n};\n`;
  const counted = `// eslint-disable-next-line stateless/no-memory-counter -- an estimate for the dashboard\nlet calls = 0;\nexport const handler = async () => {\n  calls += 1;\n  return { statusCode: 200, body: String(calls) };\n};\n`;
  const stored = `import { carts } from '@acme/store';\nexport const handler = async (event) => {\n  carts.set(event.user, event.items);\n  return carts.get(event.user);\n};\n`;
  const setUp = (files: Record<string, string>): Workspace => createWorkspace(files, { packages: ['oxlint'] });

  it('lists the levels of recommended', () => {
    expect(JSON.parse(shownFile('oxlint.md', '.oxlintrc.json'))).toMatchObject({ rules: plugin.configs.recommended.rules });
  });

  it.each([
    ['.oxlintrc.json', []],
    ['oxlint.config.mjs', ['-c', 'oxlint.config.mjs']],
  ])('shows a %s that works, and comments with reasons that count', async (config, args) => {
    const workspace = setUp({
      [config]: shownFile('oxlint.md', config),
      'src/dedup.js': dedup,
      'src/counted.js': counted,
      'src/stored.js': stored,
    });
    const { code: exitCode, stdout } = await workspace.run(OXLINT, [...args, '--format', 'unix', 'src']);
    const reports = stdout.split('\n').filter((line) => line.includes('stateless'));
    expect(reports).toEqual([expect.stringMatching(/^src\/dedup\.js:1:7: `seen` .* \[Error\/stateless\(no-memory-dedup\)\]$/)]);
    expect(exitCode).toBe(1);
  });

  it('tells of a wrong setting', async () => {
    const config = shownFile('oxlint.md', '.oxlintrc.json').replace('externalStores', 'externalStore');
    const { code: exitCode, stdout } = await setUp({ '.oxlintrc.json': config, 'src/dedup.js': dedup }).run(OXLINT, ['src']);
    expect(stdout).toContain('SettingsError: settings.stateless.externalStore: unknown key, did you mean "externalStores"?');
    expect(exitCode).toBe(1);
  });

  it('is right about suggestions: they are those of ESLint', async () => {
    const files: Record<string, string> = {};
    for (const [rule, { meta }] of Object.entries(plugin.rules)) {
      const page = pages.find(({ path: name }) => meta?.hasSuggestions && name === `rules/${rule}.md`);
      for (const { section, language, line, code: text } of page?.fences ?? [])
        if (section === 'Incorrect') files[`src/${rule}-${line}.${language}`] = text;
    }
    const workspace = setUp({ '.oxlintrc.json': shownFile('oxlint.md', '.oxlintrc.json'), ...files });
    const suggested: Record<string, string> = {};
    for (const { filePath, messages } of await lintWithESLint(workspace.folder, 'recommended', ['src'])) {
      const [suggestion, ...more] = messages.flatMap(({ suggestions = [] }) => suggestions);
      const file = path.relative(workspace.folder, filePath);
      const text = files[file]!;
      if (suggestion && more.length === 0)
        suggested[file] = text.slice(0, suggestion.fix.range[0]) + suggestion.fix.text + text.slice(suggestion.fix.range[1]);
    }
    await workspace.run(OXLINT, ['--fix-suggestions', 'src']);
    expect(Object.keys(suggested)).not.toEqual([]);
    for (const [file, text] of Object.entries(suggested)) expect(readFileSync(path.join(workspace.folder, file), 'utf8')).toBe(text);
  });

  it('is right about columns', async () => {
    const workspace = setUp({ '.oxlintrc.json': shownFile('oxlint.md', '.oxlintrc.json'), 'src/dedup.js': `const café = 1; ${dedup}` });
    const { stdout } = await workspace.run(OXLINT, ['--format', 'unix', 'src']);
    expect(stdout).toContain('src/dedup.js:1:24:');
    const [result] = await lintWithESLint(workspace.folder, 'recommended', ['src']);
    expect(result?.messages).toMatchObject([{ line: 1, column: 23 }]);
  });
});

function lintWithESLint(cwd: string, level: Run['level'], patterns: readonly string[]): Promise<ESLint.LintResult[]> {
  const linter = new ESLint({
    cwd,
    overrideConfigFile: true,
    ignore: false,
    overrideConfig: [
      {
        ...plugin.configs[level],
        files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      },
    ],
  });
  return linter.lintFiles([...patterns]);
}

/** In bytes, as oxlint counts. */
function spanOf(
  { line, column, endLine = line, endColumn = column }: { line: number; column: number; endLine?: number; endColumn?: number },
  text: string,
): { offset: number; length: number } {
  const lines = text.split('\n');
  const byteAt = (row: number, at: number): number =>
    Buffer.byteLength(`${lines.slice(0, row - 1).join('\n')}${row > 1 ? '\n' : ''}${lines[row - 1]?.slice(0, at - 1)}`);
  const offset = byteAt(line, column);
  return { offset, length: byteAt(endLine, endColumn) - offset };
}
