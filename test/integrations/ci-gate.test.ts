/** `docs/ci.md`, command by command: the gate, SARIF, bulk suppressions, and reasons for what is disabled. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { listFiles, pages } from '../docs/read-page.js';
import { createWorkspace, eslintFolders, root, shownFile, type ESLintFolder, type Outcome, type Workspace } from './workspace.js';

const commands = {
  gate: 'npx eslint .',
  gateForWarnings: 'npx eslint . --max-warnings 0',
  sarif: 'npx eslint . --format @microsoft/eslint-formatter-sarif --output-file eslint.sarif',
  cached: 'npx eslint . --cache --cache-strategy content',
  suppressAll: 'npx eslint . --suppress-all',
  suppressRule: 'npx eslint . --suppress-rule stateless/no-memory-record',
  prune: 'npx eslint . --prune-suppressions',
} as const;

const clean = `export const handler = async (event: { id: string }) => ({ statusCode: 200, body: event.id });\n`;

const dedup = `const seen = new Set<string>();
export const handler = async (event: { id: string }) => {
  if (seen.has(event.id)) return;
  await charge(event);
  seen.add(event.id);
};
`;

const records = `const carts = new Map<string, string[]>();
export const handler = async (event: { user: string; items: string[] }) => {
  carts.set(event.user, event.items);
  return carts.get(event.user);
};
`;

const moreRecords = `${records}
const addresses = new Map<string, string>();
export const saveAddress = async (event: { user: string; address: string }) => {
  addresses.set(event.user, event.address);
  return addresses.get(event.user);
};
`;

it('docs/ci.md shows the commands that are run here, and no others', () => {
  const shown = pages.find(({ path: name }) => name === 'ci.md')?.text.matchAll(/npx eslint .*$/gm) ?? [];
  expect([...new Set(Array.from(shown, ([command]) => command.replace(/`.*$/, '')))].sort()).toEqual(Object.values(commands).sort());
});

describe.each(eslintFolders)('under %s', (eslint) => {
  describe('the gate', () => {
    it('lets pass what keeps no state', async () => {
      expect(await exec(commands.gate, project(eslint, { 'src/clean.ts': clean }))).toMatchObject({ code: 0, stdout: '', stderr: '' });
    });

    it('stops an error', async () => {
      const { code, stdout } = await exec(commands.gate, project(eslint, { 'src/dedup.ts': dedup }));
      expect(stdout).toMatch(/1:7\s+error\s+`seen` remembers .*stateless\/no-memory-dedup/);
      expect(code).toBe(1);
    });

    it('stops a warning only where it is asked to', async () => {
      const example = pages
        .find(({ path: name }) => name === 'rules/no-memory-cache.md')
        ?.fences.find(({ section }) => section === 'Incorrect');
      const warned = project(eslint, { 'src/prices.ts': example!.code });
      expect(await exec(commands.gate, warned)).toMatchObject({ code: 0, stdout: expect.stringContaining('stateless/no-memory-cache') });
      expect(await exec(commands.gateForWarnings, warned)).toMatchObject({ code: 1 });
    });

    it('stops with 2 at a wrong setting', async () => {
      const wrong = project(eslint, { 'src/clean.ts': clean });
      wrong.write(
        'eslint.config.js',
        shownFile('ci.md', 'eslint.config.js').replace('rules:', 'settings: { stateless: { handler: [] } },\n    rules:'),
      );
      expect(await exec(commands.gate, wrong)).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "handlers"?') });
    });

    it('says the same from a cache that goes by content', async () => {
      const workspace = project(eslint, { 'src/dedup.ts': dedup, 'src/records.ts': records });
      const cold = await exec(commands.cached, workspace);
      expect(existsSync(path.join(workspace.folder, '.eslintcache'))).toBe(true);
      expect(cold.code).toBe(1);
      expect(await exec(commands.cached, workspace)).toEqual(cold);
    });
  });

  describe('SARIF', () => {
    it('is valid by its schema, and leads from every result to the page of its rule', async () => {
      const examples = listFiles(path.join(root, 'docs/examples')).filter(
        (file) => file.includes(`${path.sep}before${path.sep}`) && file.endsWith('.ts'),
      );
      const files = Object.fromEntries(examples.map((file) => [path.join('src', path.relative(root, file)), readFileSync(file, 'utf8')]));
      const { code, log } = await sarifOf(project(eslint, { ...files, 'src/dedup.ts': dedup }));
      expect(code).toBe(1);
      expect(schemaErrors(log)).toEqual([]);

      const { tool, results } = log.runs[0]!;
      expect(tool.driver.version).toBe(versionOf(eslint));
      expect(results.length).toBeGreaterThan(examples.length / 2);
      for (const { ruleId, ruleIndex, level, message } of results) {
        const name = ruleId.replace('stateless/', '');
        expect(tool.driver.rules[ruleIndex]).toMatchObject({
          id: ruleId,
          helpUri: plugin.rules[name]?.meta?.docs?.url,
          shortDescription: { text: plugin.rules[name]?.meta?.docs?.description },
        });
        expect(existsSync(path.join(root, 'docs/rules', path.basename(tool.driver.rules[ruleIndex]!.helpUri)))).toBe(true);
        expect(level).toBe(plugin.configs.recommended.rules?.[ruleId] === 'warn' ? 'warning' : 'error');
        expect(message.text).not.toContain('\n');
      }
      const own = results.find(({ locations: [location] }) => location.physicalLocation.artifactLocation.uri.endsWith('/src/dedup.ts'));
      expect(own).toMatchObject({
        ruleId: 'stateless/no-memory-dedup',
        locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 11 } } }],
      });
    });

    it('holds what is disabled, with its reason', async () => {
      const { code, log } = await sarifOf(
        project(eslint, { 'src/dedup.ts': `// eslint-disable-next-line stateless/no-memory-dedup -- the queue sends once\n${dedup}` }),
      );
      expect(schemaErrors(log)).toEqual([]);
      expect(log.runs[0]?.results).toMatchObject([
        { ruleId: 'stateless/no-memory-dedup', suppressions: [{ kind: 'inSource', justification: 'the queue sends once' }] },
      ]);
      expect(code).toBe(0);
    });

    it('has a schema that refuses what is no SARIF', () => {
      expect(schemaErrors({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([]);
    });
  });

  describe('an old code base', () => {
    it('suppresses what there is, fails for what is new, and prunes what is mended', async () => {
      const workspace = project(eslint, { 'src/dedup.ts': dedup, 'src/records.ts': records });
      expect(await exec(commands.gate, workspace)).toMatchObject({ code: 1 });

      expect(await exec(commands.suppressAll, workspace)).toMatchObject({ code: 0 });
      expect(suppressionsOf(workspace)).toEqual({
        'src/dedup.ts': { 'stateless/no-memory-dedup': { count: 1 } },
        'src/records.ts': { 'stateless/no-memory-record': { count: 1 } },
      });
      expect(await exec(commands.gate, workspace)).toMatchObject({ code: 0, stdout: '' });

      workspace.write('src/refunds.ts', dedup);
      const withNewFile = await exec(commands.gate, workspace);
      expect(withNewFile.code).toBe(1);
      expect(withNewFile.stdout).toContain('refunds.ts');
      expect(withNewFile.stdout).not.toContain(`${path.sep}records.ts`);

      workspace.write('src/refunds.ts', clean);
      workspace.write('src/records.ts', moreRecords);
      const oneMore = await exec(commands.gate, workspace);
      expect(oneMore.code).toBe(1);
      expect(oneMore.stdout.match(/stateless\/no-memory-record/g)).toHaveLength(2);

      workspace.write('src/records.ts', clean);
      const unpruned = await exec(commands.gate, workspace);
      expect(unpruned).toMatchObject({ code: 2, stderr: expect.stringContaining('suppressions left that do not occur anymore') });

      expect(await exec(commands.prune, workspace)).toMatchObject({ code: 0 });
      expect(suppressionsOf(workspace)).toEqual({ 'src/dedup.ts': { 'stateless/no-memory-dedup': { count: 1 } } });
      expect(await exec(commands.gate, workspace)).toMatchObject({ code: 0 });
    }, 300_000);

    it('can begin with one concern', async () => {
      const workspace = project(eslint, { 'src/dedup.ts': dedup, 'src/records.ts': records });
      const { code, stdout } = await exec(commands.suppressRule, workspace);
      expect(stdout).toContain('no-memory-dedup');
      expect(code).toBe(1);
      expect(suppressionsOf(workspace)).toEqual({ 'src/records.ts': { 'stateless/no-memory-record': { count: 1 } } });
    });
  });

  describe('what is disabled', () => {
    it('needs a reason', async () => {
      const { code, stdout } = await exec(
        commands.gate,
        project(eslint, { 'src/dedup.ts': `// eslint-disable-next-line stateless/no-memory-dedup\n${dedup}` }),
      );
      expect(stdout).toMatch(/1:0\s+error\s+.*comments\/require-description/);
      expect(code).toBe(1);
    });

    it('passes with one', async () => {
      const reasoned = project(eslint, {
        'src/dedup.ts': `// eslint-disable-next-line stateless/no-memory-dedup -- the queue sends once\n${dedup}`,
      });
      expect(await exec(commands.gateForWarnings, reasoned)).toMatchObject({ code: 0 });
    });

    it('must be reported without the comment', async () => {
      const { code, stdout } = await exec(
        commands.gate,
        project(eslint, { 'src/dedup.ts': `// eslint-disable-next-line stateless/no-memory-lock -- was a lock once\n${clean}` }),
      );
      expect(stdout).toContain("no problems were reported from 'stateless/no-memory-lock'");
      expect(code).toBe(1);
    });
  });
});

function project(eslint: ESLintFolder, files: Record<string, string>): Workspace {
  const packages = [
    '@eslint-community/eslint-plugin-eslint-comments',
    '@typescript-eslint/parser',
    '@microsoft/eslint-formatter-sarif',
    'typescript',
  ];
  return createWorkspace({ 'eslint.config.js': shownFile('ci.md', 'eslint.config.js'), ...files }, { eslint, packages });
}

/** A command as it is typed. `npx eslint` runs the script of the installed ESLint. */
function exec(command: string, workspace: Workspace): Promise<Outcome> {
  return workspace.run('eslint/bin/eslint.js', command.replace('npx eslint ', '').split(' '));
}

interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly { readonly helpUri: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
    }[];
  }[];
}

async function sarifOf(workspace: Workspace): Promise<{ code: number | null; log: SarifLog }> {
  const { code, stderr } = await exec(commands.sarif, workspace);
  expect(stderr).toBe('');
  return { code, log: JSON.parse(readFileSync(path.join(workspace.folder, 'eslint.sarif'), 'utf8')) as SarifLog };
}

/** By the schema of SARIF 2.1.0, as the package of Microsoft's own matchers holds it. */
function schemaErrors(log: unknown): string[] {
  const matchers = path.dirname(fileURLToPath(import.meta.resolve('@microsoft/jest-sarif/package.json')));
  const schema = JSON.parse(readFileSync(path.join(matchers, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;
  // A pattern of the schema is no regular expression to the `u` flag, which the schema is older than.
  const ajv = addFormats.default(new Ajv.default({ allErrors: true, unicodeRegExp: false }));
  ajv.validate(schema, log);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function suppressionsOf({ folder }: Workspace): unknown {
  return JSON.parse(readFileSync(path.join(folder, 'eslint-suppressions.json'), 'utf8'));
}

function versionOf(eslint: ESLintFolder): string {
  const require = createRequire(import.meta.url);
  return (require(path.join(root, 'node_modules', eslint, 'package.json')) as { version: string }).version;
}
