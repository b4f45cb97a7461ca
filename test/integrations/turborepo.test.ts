/** The recipe of `docs/monorepos.md`, on a workspace of three packages. */
import { existsSync, readdirSync, readFileSync, symlinkSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { createWorkspace, shownFile, type Outcome, type Workspace } from './workspace.js';

const clean = `export const handler = async (event) => ({ statusCode: 200, body: event.id });\n`;
const counter = `let calls = 0;\nexport const handler = async () => {\n  calls += 1;\n  if (calls > 100) return { statusCode: 429 };\n  return { statusCode: 200 };\n};\n`;

const config = `import { defineConfig } from 'eslint/config';
import stateless from 'eslint-plugin-stateless';

export default defineConfig([{ files: ['packages/*/src/**/*.js'], plugins: { stateless }, extends: ['stateless/recommended'] }]);
`;

const packages = ['billing', 'orders', 'webhooks'];

/** A lock file as npm writes it, with the version of the plugin that is installed. */
function lockFile(version: string): string {
  const members = Object.fromEntries(
    packages.flatMap((name) => [
      [`node_modules/@shop/${name}`, { resolved: `packages/${name}`, link: true }],
      [`packages/${name}`, { name: `@shop/${name}`, version: '1.0.0', devDependencies: { 'eslint-plugin-stateless': '*' } }],
    ]),
  );
  return JSON.stringify({
    name: 'shop',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'shop', version: '1.0.0', workspaces: ['packages/*'] },
      'node_modules/eslint-plugin-stateless': { version, dev: true },
      ...members,
    },
  });
}

describe('Turborepo', () => {
  let workspace: Workspace;

  /** Each package's task, with what the cache did: `billing hit`. */
  async function lint(): Promise<Outcome & { tasks: string[] }> {
    const runs = path.join(workspace.folder, '.turbo/runs');
    const before = new Set(existsSync(runs) ? readdirSync(runs) : []);
    // Telemetry off, and no word home for a newer version: tests need no network.
    const outcome = await workspace.run('turbo/bin/turbo', ['run', 'lint', '--summarize'], {
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
    });
    const summary = readdirSync(runs).find((file) => !before.has(file));
    if (summary === undefined) throw new Error(`turbo kept no summary: ${outcome.stdout}${outcome.stderr}`);
    const { tasks } = JSON.parse(readFileSync(path.join(runs, summary), 'utf8')) as {
      tasks: { package: string; cache: { status: string } }[];
    };
    return { ...outcome, tasks: tasks.map((task) => `${task.package.replace('@shop/', '')} ${task.cache.status.toLowerCase()}`).sort() };
  }

  beforeAll(() => {
    const members = packages.flatMap((name) => [
      [
        `packages/${name}/package.json`,
        JSON.stringify({
          name: `@shop/${name}`,
          version: '1.0.0',
          type: 'module',
          scripts: { lint: 'eslint src' },
          devDependencies: { 'eslint-plugin-stateless': '*' },
        }),
      ],
      [`packages/${name}/src/handler.js`, clean],
    ]);
    workspace = createWorkspace(
      {
        'package.json': JSON.stringify({
          name: 'shop',
          version: '1.0.0',
          private: true,
          type: 'module',
          packageManager: 'npm@11.0.0',
          workspaces: ['packages/*'],
        }),
        'package-lock.json': lockFile('0.1.0'),
        'turbo.json': shownFile('monorepos.md', 'turbo.json'),
        'eslint.config.js': config,
        ...(Object.fromEntries(members) as Record<string, string>),
      },
      { packages: ['turbo'] },
    );
    mkdirSync(path.join(workspace.folder, 'node_modules/.bin'));
    symlinkSync('../eslint/bin/eslint.js', path.join(workspace.folder, 'node_modules/.bin/eslint'));
  });

  // One story: each step starts where the one before it ended.
  it('lints all once, then only what has changed', async () => {
    expect(await lint()).toMatchObject({ code: 0, tasks: ['billing miss', 'orders miss', 'webhooks miss'] });
    expect(await lint()).toMatchObject({ code: 0, tasks: ['billing hit', 'orders hit', 'webhooks hit'] });

    workspace.write('packages/orders/src/limits.js', counter);
    const broken = await lint();
    expect(broken).toMatchObject({ code: 1, tasks: ['billing hit', 'orders miss', 'webhooks hit'] });
    expect(broken.stdout).toContain('stateless/no-memory-counter');
    // A failure is not taken from the cache: it is shown until it is mended.
    expect(await lint()).toMatchObject({ code: 1, tasks: ['billing hit', 'orders miss', 'webhooks hit'] });

    workspace.write('packages/orders/src/limits.js', clean);
    expect(await lint()).toMatchObject({ code: 0, tasks: ['billing hit', 'orders miss', 'webhooks hit'] });

    workspace.write('package-lock.json', lockFile('0.2.0'));
    expect(await lint()).toMatchObject({ code: 0, tasks: ['billing miss', 'orders miss', 'webhooks miss'] });

    workspace.write('eslint.config.js', config.replace('recommended', 'strict'));
    expect(await lint()).toMatchObject({ code: 0, tasks: ['billing miss', 'orders miss', 'webhooks miss'] });
    expect(await lint()).toMatchObject({ code: 0, tasks: ['billing hit', 'orders hit', 'webhooks hit'] });
  }, 300_000);
});
