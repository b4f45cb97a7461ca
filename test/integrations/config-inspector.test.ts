/** The configs under their names, the rules with their descriptions and pages, as `npx @eslint/config-inspector` shows them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { createWorkspace } from './workspace.js';

const config = `import { defineConfig } from 'eslint/config';
import stateless from 'eslint-plugin-stateless';

export default defineConfig([
  { files: ['src/**/*.js'], plugins: { stateless }, extends: ['stateless/recommended'] },
  { files: ['src/jobs/**/*.js'], extends: [stateless.configs.strict] },
]);
`;

interface Payload {
  readonly configs: readonly { readonly name: string; readonly files?: readonly string[]; readonly rules?: Record<string, unknown> }[];
  readonly rules: Record<string, { readonly docs?: { readonly description?: string; readonly url?: string } }>;
}

it('shows the configs with names, and the rules with descriptions and links', async () => {
  const workspace = createWorkspace(
    { 'eslint.config.js': config, 'src/clean.js': 'export {};\n' },
    { packages: ['@eslint/config-inspector'] },
  );
  const { code, stderr } = await workspace.run('@eslint/config-inspector/bin.mjs', ['build', '--outDir', 'inspector']);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const { configs, rules } = payloadIn(path.join(workspace.folder, 'inspector'));

  const named = configs.filter(({ name }) => name?.includes('stateless'));
  expect(named.map(({ name, files }) => ({ name, files }))).toEqual([
    { name: 'UserConfig[0][0] > stateless/recommended', files: ['src/**/*.js'] },
    { name: 'UserConfig[0][1] > stateless/strict', files: ['src/jobs/**/*.js'] },
  ]);
  expect(named.map((shown) => shown.rules)).toEqual([plugin.configs.recommended.rules, plugin.configs.strict.rules]);
  for (const [name, rule] of Object.entries(plugin.rules)) {
    expect(rules[`stateless/${name}`]?.docs).toMatchObject({ description: rule.meta?.docs?.description, url: rule.meta?.docs?.url });
  }
}, 120_000);

/** A built inspector holds what its page asks for as flattened JSON: entries of kind and value, in which objects and lists name entries. */
function payloadIn(folder: string): Payload {
  const dump = path.join(folder, '__rpc-dump');
  const file = readdirSync(dump).find((name) => /get-payload\.record\./.test(name));
  const entries = JSON.parse(readFileSync(path.join(dump, file ?? 'no payload'), 'utf8')) as [kind: number, value: unknown][];
  const LIST = 1;
  const OBJECT = 2;
  const read = (index: number): unknown => {
    const [kind, value] = entries[index]!;
    if (kind === LIST) return (value as number[]).map(read);
    if (kind === OBJECT) return Object.fromEntries((value as [number, number][]).map(([key, entry]) => [read(key), read(entry)]));
    return value;
  };
  return (read(0) as { output: Payload }).output;
}
