import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { execute, installedAs, installProject, pack, root, type Outcome } from './installed-package.js';

const webhook = `import { charge } from './payments.js';

const seen = new Set();

export const handler = async (event) => {
  for (const record of event.Records) {
    if (seen.has(record.messageId)) continue;
    seen.add(record.messageId);
    await charge(JSON.parse(record.body));
  }
};
`;

const config = `import { defineConfig } from 'eslint/config';
import stateless from 'eslint-plugin-stateless';

export default defineConfig([
  {
    files: ['src/**/*.js'],
    plugins: { stateless },
    extends: ['stateless/recommended'],
    settings: { stateless: { externalStores: ['@acme/store'] } },
  },
]);
`;

const configWithoutDefineConfig = `import stateless from 'eslint-plugin-stateless';

export default [{ files: ['src/**/*.js'], ...stateless.configs.recommended }];
`;

const wrongSettings = `import stateless from 'eslint-plugin-stateless';

export default [{ ...stateless.configs.recommended, settings: { stateless: { handlers: [{ callee: [] }] } } }];
`;

const typedConfig = `import type { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import stateless, { type StatelessConfig } from 'eslint-plugin-stateless';

const own: StatelessConfig = {
  ...stateless.configs.strict,
  settings: { stateless: { handlers: [{ callees: [{ name: 'defineJob', argument: 1 }] }] } },
};

// @ts-expect-error -- "handler" is no setting
const wrong: StatelessConfig = { settings: { stateless: { handler: [] } } };

const configs: Linter.Config[] = defineConfig([own, wrong, { plugins: { stateless }, extends: ['stateless/recommended'] }]);
export default configs;
`;

const loadedByPlugin = `import Module from 'node:module';

await import('eslint-plugin-stateless');
console.log(Object.keys(Module._cache).map((file) => file.split('node_modules/').pop()).join('\\n'));
`;

let packed: { tarball: string; files: string[] };

beforeAll(() => {
  packed = pack();
}, 120_000);

describe('the packed tarball', () => {
  it('holds dist, docs, README, CHANGELOG, LICENSE, its manifest, and nothing else', () => {
    const topLevel = new Set(packed.files.map((file) => file.split('/')[0]));
    expect([...topLevel].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'package.json']);
  });

  it('holds in dist the compiled sources, and in docs a page for each rule', () => {
    const dist = packed.files.filter((file) => file.startsWith('dist/'));
    expect(dist.filter((file) => !/^dist\/(?:src|rules)\/.*\.(?:js|d\.ts)$/.test(file))).toEqual([]);
    expect(dist).toEqual(expect.arrayContaining(['dist/src/index.js', 'dist/src/index.d.ts', 'dist/src/cli/main.js']));
    expect(packed.files.filter((file) => /^docs\/rules\/no-[\w-]+\.md$/.test(file))).toHaveLength(15);
  });
});

describe.each(['eslint', 'eslint-v9'] as const)('installed into an empty project beside %s', (eslint) => {
  let project: string;
  const lint = (configFile: string): Outcome =>
    execute('npx', ['eslint', '--config', configFile, '--format', 'json', 'src'], project);

  beforeAll(() => {
    project = installProject([packed.tarball, installedAs(eslint)], {
      'src/webhook.js': webhook,
      'eslint.config.js': config,
      'spread.config.js': configWithoutDefineConfig,
      'wrong.config.js': wrongSettings,
      'eslint.config.ts': typedConfig,
      'loaded.mjs': loadedByPlugin,
    });
  }, 300_000);

  it.each(['eslint.config.js', 'spread.config.js'])('reports through %s', (configFile) => {
    const { code, stdout, stderr } = lint(configFile);
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('npm warn'))).toEqual([]);
    const [result] = JSON.parse(stdout) as { messages: { ruleId: string; line: number; severity: number }[] }[];
    expect(result?.messages).toMatchObject([{ ruleId: 'stateless/no-memory-dedup', line: 3, severity: 2 }]);
    expect(code).toBe(1);
  }, 60_000);

  it('stops at a wrong setting, and names it', () => {
    const { code, stderr } = lint('wrong.config.js');
    expect(stderr).toContain('settings.stateless.handlers[0].callee: unknown key, did you mean "callees"?');
    expect(code).toBe(2);
  }, 60_000);

  it('reviews by its own command, without a config and with the project\'s', () => {
    for (const args of [['review', 'src'], ['review', '--config', 'eslint.config.js', 'src']]) {
      const { code, stdout } = execute('npx', ['eslint-plugin-stateless', ...args], project);
      expect(stdout).toMatch(/^src\/webhook\.js\n\n {2}3:7 {2}error {2}`seen` /);
      expect(code).toBe(1);
    }
  }, 60_000);

  it('tells of a wrong setting in one line of its own command', () => {
    const { code, stderr } = execute('npx', ['eslint-plugin-stateless', 'review', '--config', 'wrong.config.js', 'src'], project);
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('npm warn'))).toEqual([
      'eslint-plugin-stateless: settings.stateless.handlers[0].callee: unknown key, did you mean "callees"?',
    ]);
    expect(code).toBe(2);
  }, 60_000);

  it('explains a rule offline', () => {
    const { code, stdout } = execute('npx', ['eslint-plugin-stateless', 'explain', 'no-memory-dedup'], project);
    expect(stdout).toMatch(/^Disallow .* \(`stateless\/no-memory-dedup`\)\n/);
    expect(code).toBe(0);
  }, 60_000);

  it('loads no other package when it is imported: no TypeScript, no parser, no ESLint', () => {
    expect(execute(process.execPath, ['loaded.mjs'], project).stdout).toBe('eslint-plugin-stateless/package.json\n');
  }, 60_000);

  it('has types that hold in a strict project', () => {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
    expect(execute(process.execPath, [tsc, ...options, 'eslint.config.ts'], project)).toMatchObject({ code: 0, stdout: '' });
  }, 120_000);
});
