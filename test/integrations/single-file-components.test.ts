/**
 * Components are left alone, whatever their scripts look like, and the server files beside them are judged. The parsers are the real
 * ones, under both majors of ESLint.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as typescriptParser from '@typescript-eslint/parser';
import * as astroParser from 'astro-eslint-parser';
import { Linter } from 'eslint';
import { Linter as LinterOfEslint9 } from 'eslint-v9';
import * as svelteParser from 'svelte-eslint-parser';
import { describe, expect, it } from 'vitest';
import * as vueParser from 'vue-eslint-parser';

import plugin from '../../src/index.js';

interface Script {
  readonly name: string;
  readonly extension: string;
  readonly parser: unknown;
  /** A component whose scripts hold this code. */
  wrap(script: string): string;
}

const scripts: readonly Script[] = [
  {
    name: 'the script of a Vue component',
    extension: 'vue',
    parser: vueParser,
    wrap: (script) => `<script lang="ts">\n${script}\n</script>\n<template><p>{{ title }}</p></template>\n`,
  },
  {
    name: 'the set-up script of a Vue component',
    extension: 'vue',
    parser: vueParser,
    wrap: (script) => `<script setup lang="ts">\n${script}\n</script>\n<template><p>{{ title }}</p></template>\n`,
  },
  {
    name: 'the module script of a Svelte component',
    extension: 'svelte',
    parser: svelteParser,
    wrap: (script) => `<script module lang="ts">\n${script}\n</script>\n<p>{title}</p>\n`,
  },
  {
    name: 'the instance script of a Svelte component',
    extension: 'svelte',
    parser: svelteParser,
    wrap: (script) => `<script lang="ts">\n${script}\n</script>\n<p>{title}</p>\n`,
  },
  {
    name: 'the frontmatter of an Astro page',
    extension: 'astro',
    parser: astroParser,
    wrap: (script) => `---\n${script}\n---\n<p>{title}</p>\n`,
  },
];

const library = `const carts = new Map<string, string[]>();

export function remember(user: string, items: string[]) {
  carts.set(user, items);
}

export function recall(user: string) {
  return carts.get(user) ?? [];
}
`;

const endpoints: readonly (readonly [file: string, code: string])[] = [
  [
    'server/api/carts.post.ts',
    `const carts = new Map();\nexport default defineEventHandler(async (event) => {\n  const { user, items } = await readBody(event);\n  carts.set(user, items);\n  return { items: carts.get(user) };\n});\n`,
  ],
  [
    'src/routes/carts/+server.ts',
    `const carts = new Map();\nexport async function POST({ request }) {\n  const { user, items } = await request.json();\n  carts.set(user, items);\n  return Response.json(carts.get(user));\n}\n`,
  ],
  [
    'src/pages/api/carts.ts',
    `const carts = new Map();\nexport const POST = async ({ request }) => {\n  const { user, items } = await request.json();\n  carts.set(user, items);\n  return Response.json(carts.get(user));\n};\n`,
  ],
];

describe.each([
  ['ESLint 10', Linter],
  ['ESLint 9', LinterOfEslint9 as unknown as typeof Linter],
] as const)('under %s', (_name, LinterOfVersion) => {
  const linter = new LinterOfVersion({ cwd: '/srv/shop' });
  const lint = (code: string, file: string, parser: unknown): string[] =>
    linter
      .verify(code, configFor(parser), { filename: `/srv/shop/${file}`, allowInlineConfig: false })
      .map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId ?? message}`);

  it.each(scripts)('a library as $name is left alone', ({ extension, parser, wrap }) => {
    expect(lint(wrap(library), `src/components/Carts.${extension}`, parser)).toEqual([]);
  });

  it('the same library in a file of its own is reported', () => {
    expect(lint(library, 'src/lib/carts.ts', typescriptParser)).toEqual(['1:7 stateless/no-memory-record']);
  });

  it.each(endpoints)('the server file %s is reported', (file, code) => {
    expect(lint(code, file, typescriptParser)).toEqual(['1:7 stateless/no-memory-record']);
  });
});

// A sample of what this project judges, as the script of a component: syntax that no rule expects there must not crash one.
describe('cases as components', () => {
  const linter = new Linter({ cwd: '/srv/shop' });

  it.each(scripts)(
    'no case is reported, and none crashes, as $name',
    ({ extension, parser, wrap }) => {
      let parsed = 0;
      for (const code of sampleOfCases()) {
        const messages = linter.verify(wrap(code), configFor(parser), {
          filename: `/srv/shop/src/components/Case.${extension}`,
          allowInlineConfig: false,
        });
        // A parser may refuse what cannot stand in a component.
        expect(messages.filter(({ fatal }) => fatal !== true)).toEqual([]);
        if (messages.length === 0) parsed += 1;
      }
      expect(parsed).toBeGreaterThan(sampleOfCases().length / 2);
    },
    120_000,
  );
});

function sampleOfCases(): string[] {
  const root = path.resolve(import.meta.dirname, '../cases');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]s$/.test(file))
    .sort()
    .filter((_, index) => index % 16 === 0)
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
}

function configFor(parser: unknown): Linter.Config {
  return {
    files: ['**/*.{vue,svelte,astro,ts}'],
    languageOptions: { parser: parser as Linter.Parser, parserOptions: { parser: typescriptParser } },
    plugins: { stateless: plugin },
    rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`stateless/${name}`, 'error'])),
  };
}
