/**
 * Every file of `test/cases` is linted with all rules on, and must report exactly what its markers say: `// flag: no-memory-dedup` at
 * the end of a line, several rules parted by spaces. The path below the concern's folder is the path that the plugin sees.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

import plugin from '../src/index.js';

const root = path.join(import.meta.dirname, 'cases');
const marker = /\/\/ flag: ([\w\- ]+?)\s*$/;

describe.each(foldersOf(root))('%s', (concern) => {
  const folder = path.join(root, concern);
  const linter = new Linter({ cwd: folder });

  it.each(filesOf(folder))('%s', (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    // The markers themselves must not help: they are blanked, columns kept.
    const code = text.replace(/\/\/ flag: [\w\- ]+$/gm, (comment) => ' '.repeat(comment.length));
    const messages = linter.verify(code, configFor(file), { filename: path.join(folder, file), allowInlineConfig: false });
    const reported = messages.map(({ ruleId, line, message }) => `${line} ${ruleId?.replace('stateless/', '') ?? message}`);
    // A line may hold several places: `{ landscape: false, scale: 1 }`. A place is reported once.
    expect([...new Set(reported)].sort()).toEqual(markedIn(text));
    expect(new Set(messages.map(({ line, column }) => `${line}:${column}`)).size).toBe(messages.length);
  });
});

function configFor(file: string): Linter.Config {
  return {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    languageOptions: {
      parser: parser as Linter.Parser,
      sourceType: file.endsWith('.cjs') ? 'commonjs' : 'module',
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
    plugins: { stateless: plugin },
    rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`stateless/${name}`, 'error'])),
  };
}

/** `7 no-memory-dedup` for each rule of each marker. */
function markedIn(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      (marker.exec(line)?.[1] ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .map((rule) => `${index + 1} ${rule}`),
    )
    .sort();
}

function foldersOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .sort();
}
