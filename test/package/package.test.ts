import { readFileSync } from 'node:fs';
import path from 'node:path';

import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';

import { rules } from '../../rules/index.js';
import { completionsAt } from './completions.js';
import { broughtBy, execute, installedAs, installProject, pack, root, type Outcome, type Packed } from './installed-package.js';

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

const commonJsConfig = `const stateless = require('eslint-plugin-stateless');

module.exports = [{ files: ['src/**/*.js'], ...stateless.configs.recommended }];
`;

const fixtures = path.join(import.meta.dirname, 'fixtures');
const fixture = (name: string): string => readFileSync(path.join(fixtures, name), 'utf8');

let packed: Packed;

beforeAll(() => {
  packed = pack();
}, 120_000);

describe('the packed tarball', () => {
  it('holds dist, docs, README, CHANGELOG, LICENSE, its manifest, and nothing else', () => {
    const topLevel = new Set(packed.files.map((file) => file.split('/')[0]));
    expect([...topLevel].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'package.json']);
  });

  it('holds in dist the plugin in one file, the command line, and types; in docs a page for each rule', () => {
    const dist = packed.files.filter((file) => file.startsWith('dist/'));
    expect(dist.filter((file) => !/^dist\/src\/(?:cli|review)\/(?:html\/)?[\w-]+\.js$/.test(file)).sort()).toEqual([
      'dist/src/index.d.ts',
      'dist/src/index.js',
      'dist/src/nearest-name.js',
      'dist/src/package-manifest.js',
      'dist/src/review/html/page.css',
      'dist/src/rule-options.d.ts',
      'dist/src/settings.d.ts',
    ]);
    expect(dist).toEqual(expect.arrayContaining(['dist/src/cli/main.js', 'dist/src/review/html/page-script.js']));
    expect(packed.files.filter((file) => /^docs\/rules\/no-[\w-]+\.md$/.test(file))).toHaveLength(Object.keys(rules).length);
  });

  it('has nothing that publint finds fault with', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarballOf(packed) }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that go with its code, as an ES module', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(tarballOf(packed))));
    expect(analysis).toMatchObject({ types: { kind: 'included' } });
    const problems =
      'problems' in analysis
        ? analysis.problems.map((problem) => [problem.kind, 'resolutionKind' in problem ? problem.resolutionKind : undefined])
        : undefined;
    // What is left says that it is an ES module only. Node loads those by `require()` since 20.19, the oldest version that the
    // plugin runs on; that it does is tested below.
    expect(problems).toEqual([['CJSResolvesToESM', 'node16-cjs']]);
  }, 60_000);

  it('is as small as the README says', () => {
    const [, megabytes] = /The package takes ([\d.]+) MB/.exec(readme) ?? [];
    expectNear(packed.unpackedSize / 1e6, Number(megabytes));
  });
});

describe.each(['eslint', 'eslint-v9'] as const)('installed into an empty project beside %s', (eslint) => {
  let project: string;
  const lint = (configFile: string): Outcome => execute('npx', ['eslint', '--config', configFile, '--format', 'json', 'src'], project);

  beforeAll(() => {
    project = installProject([packed.tarball, installedAs(eslint)], {
      'src/webhook.js': webhook,
      'eslint.config.js': config,
      'spread.config.js': configWithoutDefineConfig,
      'wrong.config.js': wrongSettings,
      'common.config.cjs': commonJsConfig,
      'typed.config.ts': fixture('typed.config.ts'),
      'completed.config.ts': fixture('completed.config.ts'),
      'loaded-modules.mjs': fixture('loaded-modules.mjs'),
    });
  }, 300_000);

  it.each(['eslint.config.js', 'spread.config.js', 'common.config.cjs'])(
    'reports through %s',
    (configFile) => {
      const { code, stdout, stderr } = lint(configFile);
      expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('npm warn'))).toEqual([]);
      const [result] = JSON.parse(stdout) as { messages: { ruleId: string; line: number; severity: number }[] }[];
      expect(result?.messages).toMatchObject([{ ruleId: 'stateless/no-memory-dedup', line: 3, severity: 2 }]);
      expect(code).toBe(1);
    },
    60_000,
  );

  it('stops at a wrong setting, and names it', () => {
    const { code, stderr } = lint('wrong.config.js');
    expect(stderr).toContain('settings.stateless.handlers[0].callee: unknown key, did you mean "callees"?');
    expect(code).toBe(2);
  }, 60_000);

  it("reviews by its own command, without a config and with the project's", () => {
    for (const args of [
      ['review', 'src'],
      ['review', '--config', 'eslint.config.js', 'src'],
    ]) {
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

  it('loads one file when it is imported, and no other package: no TypeScript, no parser, no ESLint', () => {
    const { stdout, stderr } = execute(process.execPath, ['loaded-modules.mjs'], project);
    expect(stderr).toBe('');
    const loaded = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('node:'));
    expect(loaded.map((file) => file.split('node_modules/').pop())).toEqual([
      'eslint-plugin-stateless/dist/src/index.js',
      'eslint-plugin-stateless/package.json',
    ]);
  }, 60_000);

  it('has types that hold in a strict project, and that refuse what is wrong', () => {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
    expect(execute(process.execPath, [tsc, ...options, 'typed.config.ts'], project)).toMatchObject({ code: 0, stdout: '' });
  }, 120_000);

  it('completes configs, rules and settings in a typed config file', () => {
    const names = Object.keys(rules).sort();
    const offered = (mark: string): string[] => completionsAt(mark, path.join(project, 'completed.config.ts'));
    expect(offered('configs')).toEqual(['recommended', 'strict']);
    expect(offered('rules')).toEqual(names);
    expect(offered('entries').filter((name) => name.startsWith('stateless/'))).toEqual(names.map((name) => `stateless/${name}`));
    expect(offered('settings')).toEqual(['benignNames', 'externalStores', 'handlers', 'memoryStores', 'sharedPaths', 'stores']);
    expect(offered('handlers')).toEqual(['callees', 'exportNames', 'files']);
  }, 120_000);

  // ESLint 9 shares fewer packages with the parser.
  it.runIf(eslint === 'eslint')('brings as much with it as the README says', () => {
    const [, count, megabytes] = /adds (\d+) packages and (\d+) MB/.exec(readme) ?? [];
    const { packages, size } = broughtBy('eslint-plugin-stateless', project);
    expect(packages).toContain('@typescript-eslint/parser');
    expectNear(packages.length, Number(count));
    expectNear(size / 1e6, Number(megabytes));
  });
});

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** Within a fifth: the numbers of the README are for orientation, and dependencies have releases of their own. */
function expectNear(measured: number, stated: number): void {
  expect(stated, `measured: ${measured.toFixed(2)}`).toBeGreaterThan(measured * 0.8);
  expect(stated, `measured: ${measured.toFixed(2)}`).toBeLessThan(measured * 1.2);
}

function tarballOf({ tarball }: Packed): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
