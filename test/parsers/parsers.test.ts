/** The rules read syntax and scopes only, so that every parser of ESLint must lead to the same reports. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import * as typescriptParser from '@typescript-eslint/parser';
import * as babelParser from '@babel/eslint-parser';
import * as espree from 'espree';
import { Linter } from 'eslint';
import { Linter as LinterOfEslint9 } from 'eslint-v9';
import { describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../cases');

interface Parser {
  readonly name: string;
  readonly parser: Linter.Parser;
  readonly parserOptions: Linter.ParserOptions;
  /** `@babel/eslint-parser` 7 does not run under ESLint 10, and 8 not under Node 20. */
  readonly linter: typeof Linter;
}

const espreeSetup: Parser = { name: 'espree', parser: espree as Linter.Parser, parserOptions: {}, linter: Linter };
const typescript: Parser = {
  name: '@typescript-eslint/parser',
  parser: typescriptParser as Linter.Parser,
  parserOptions: {},
  linter: Linter,
};
const babel: Parser = {
  name: '@babel/eslint-parser',
  parser: babelParser as Linter.Parser,
  parserOptions: { requireConfigFile: false, babelOptions: { babelrc: false, configFile: false } },
  linter: LinterOfEslint9 as unknown as typeof Linter,
};
const babelForTypeScript: Parser = {
  ...babel,
  parserOptions: {
    requireConfigFile: false,
    babelOptions: {
      babelrc: false,
      configFile: false,
      presets: [require.resolve('@babel/preset-typescript')],
      parserOpts: { plugins: ['decorators-legacy'] },
    },
  },
};

describe.each([espreeSetup, babel])('$name reports what @typescript-eslint/parser does', (parser) => {
  it.each(casesIn(/\.[cm]?js$/))('%s', (file) => {
    expect(reportsOf(file, parser)).toEqual(reportsOf(file, typescript));
  });
});

describe('@babel/eslint-parser reports what @typescript-eslint/parser does for TypeScript', () => {
  // Babel gives no scopes to enums and namespaces.
  const files = casesIn(/\.[cm]?tsx?$/).filter(
    (file) => !/^(export )?(const )?(enum|namespace) /m.test(readFileSync(path.join(root, file), 'utf8')),
  );

  it.each(files)('%s', (file) => {
    expect(reportsOf(file, babelForTypeScript)).toEqual(reportsOf(file, typescript));
  });
});

/** `3:7 no-memory-dedup: the message`. */
function reportsOf(file: string, { parser, parserOptions, linter: LinterOfParser }: Parser): string[] {
  const [concern = '', ...rest] = file.split('/');
  const cwd = path.join(root, concern);
  const messages = new LinterOfParser({ cwd }).verify(
    readFileSync(path.join(root, file), 'utf8'),
    {
      files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
      languageOptions: {
        parser,
        sourceType: file.endsWith('.cjs') ? 'commonjs' : 'module',
        parserOptions: { ...parserOptions, ecmaFeatures: { jsx: true } },
      },
      plugins: { stateless: plugin },
      rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`stateless/${name}`, 'error'])),
    },
    { filename: path.join(cwd, ...rest), allowInlineConfig: false },
  );
  return messages.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId?.replace('stateless/', '')}: ${message}`);
}

function casesIn(pattern: RegExp): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
