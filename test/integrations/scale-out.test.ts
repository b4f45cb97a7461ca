/** However the work is cut up, the reports are the same. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { listFiles, pages } from '../docs/read-page.js';
import { createWorkspace, eslintFolders, root, type Workspace } from './workspace.js';

const config = `import * as typescriptParser from '@typescript-eslint/parser';
import stateless from 'eslint-plugin-stateless';

export default [
  { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,tsx}'], ...stateless.configs.recommended, languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: true } } } },
];
`;

describe.each(eslintFolders)('under %s', (eslint) => {
  let workspace: Workspace;
  let files: string[];
  let plain: string[];

  /** One line a report, sorted by file: `src/orders.ts 3:7-3:11 stateless/no-memory-dedup 2 the message`. */
  async function reports(...args: string[]): Promise<string[]> {
    // ESLint warns where threads cost more than they gain, as they do for few files.
    const { stdout, stderr } = await workspace.run('eslint/bin/eslint.js', ['--format', 'json', ...args], { NODE_NO_WARNINGS: '1' });
    expect(stderr).toBe('');
    return reportsIn(stdout, workspace);
  }

  beforeAll(async () => {
    workspace = createWorkspace({ 'eslint.config.js': config }, { eslint, packages: ['@typescript-eslint/parser', 'typescript'] });
    const examples = listFiles(path.join(root, 'docs/examples')).filter((file) => /[\\/]before\b/.test(file));
    const cases = listFiles(path.join(root, 'test/cases')).filter((_, index) => index % 16 === 0);
    for (const file of [...examples, ...cases]) {
      // Not below `test`: what stands there is left alone.
      cpSync(file, path.join(workspace.folder, 'packages/shop/src', path.relative(root, file).replace(/^(?:test|docs)/, 'copies')));
    }
    files = listFiles(path.join(workspace.folder, 'packages'))
      .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
      .map((file) => path.relative(workspace.folder, file));
    plain = await reports('packages');
  }, 300_000);

  it('there is something to compare', () => {
    expect(new Set(plain.map((line) => line.split(' ')[2])).size).toBeGreaterThan(8);
  });

  it('with one thread', async () => {
    expect(await reports('--concurrency', '1', 'packages')).toEqual(plain);
  });

  it('with two threads and a cold cache, then from a warm one', async () => {
    expect(await reports('--concurrency', '2', '--cache', 'packages')).toEqual(plain);
    expect(existsSync(path.join(workspace.folder, '.eslintcache'))).toBe(true);
    expect(await reports('--concurrency', '2', '--cache', 'packages')).toEqual(plain);
    expect(await reports('--cache', 'packages')).toEqual(plain);
  });

  it('in the opposite order', async () => {
    expect(await reports(...files.toReversed())).toEqual(plain);
  });

  it('in shards, cut as the page says', () => {
    const command = pages
      .find(({ path: name }) => name === 'monorepos.md')
      ?.fences.find(({ code }) => code.includes('$SHARDS'))
      ?.code.trim();
    const shards = ['0', '1', '2'].map((shard) => {
      const script = command!
        .replace("'*.js'", "'*.[jt]s'")
        .replace('npx eslint', `"${process.execPath}" node_modules/eslint/bin/eslint.js --format json`);
      const { stdout, stderr } = spawnSync('sh', ['-c', script], {
        cwd: workspace.folder,
        env: { ...process.env, SHARDS: '3', SHARD: shard },
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
      expect(stderr).toBe('');
      return reportsIn(stdout, workspace);
    });
    expect(shards.every((shard) => shard.length > 0)).toBe(true);
    expect(shards.flat().sort()).toEqual(plain.filter((line) => /^\S+\.[jt]s /.test(line)).sort());
  });
});

interface Result {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string;
    readonly severity: number;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly message: string;
  }[];
}

function reportsIn(output: string, { folder }: Workspace): string[] {
  return (JSON.parse(output) as Result[])
    .sort((a, b) => (a.filePath < b.filePath ? -1 : 1))
    .flatMap(({ filePath, messages }) =>
      messages.map(
        ({ ruleId, severity, line, column, endLine, endColumn, message }) =>
          `${path.relative(folder, filePath)} ${line}:${column}-${endLine}:${endColumn} ${ruleId} ${severity} ${message}`,
      ),
    );
}
