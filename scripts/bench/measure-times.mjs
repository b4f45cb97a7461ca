import { ESLint } from 'eslint';
import * as parser from '@typescript-eslint/parser';

import { ourRules, plugins, subjects } from './subjects.mjs';

const PARSED = 'parsing';

/**
 * Milliseconds by subject, summed over the files: for each file and subject the fastest of all rounds, as other work on the machine only
 * ever adds. From round to round the order of the rules is turned around: a rule that comes first pays for what ESLint works out once and
 * keeps, such as declared variables.
 *
 * A round goes over all files, and each round's text differs by a comment: a rule that keeps its answers by text would answer for nothing.
 *
 * Files that do not parse, and files on which a rule breaks, are left out and named.
 */
export async function measureTimes(files, { rounds, only = subjects, isWarm = false }) {
  const linters = [only, [...only].reverse()].map(createLinter);
  for (const file of isWarm ? [] : files.slice(0, 12)) await times(linters[0], file, 0, only);
  const fastest = new Map();
  const skipped = new Map();
  for (let round = 1; round <= rounds; round += 1) {
    for (const file of files) {
      if (skipped.has(file)) continue;
      const { measured, reason } = await times(linters[round % 2], file, round, only);
      if (!measured) {
        skipped.set(file, reason);
        fastest.delete(file);
        continue;
      }
      const before = fastest.get(file);
      fastest.set(file, before ? new Map([...before].map(([name, time]) => [name, Math.min(time, measured.get(name))])) : measured);
    }
  }
  const totals = new Map(
    [PARSED, ...only.map(({ name }) => name)].map((name) => [
      name,
      [...fastest.values()].reduce((sum, measured) => sum + measured.get(name), 0),
    ]),
  );
  const lines = [...fastest.keys()].reduce((sum, { text }) => sum + text.split('\n').length, 0);
  return { totals, lines, skipped: [...skipped].map(([{ name }, reason]) => ({ name, reason })) };
}

function createLinter(order) {
  const rules = Object.fromEntries(
    order.flatMap((subject) => subject.rules.map((rule) => [rule, subject.isOurs ? ourRules[rule] : 'error'])),
  );
  return new ESLint({
    stats: true,
    overrideConfigFile: true,
    ignore: false,
    allowInlineConfig: false,
    overrideConfig: [
      {
        files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
        plugins,
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        rules,
      },
    ],
  });
}

async function times(linter, file, round, only) {
  let result;
  try {
    [result] = await linter.lintText(`${file.text}\n// round ${round}\n`, { filePath: file.name });
  } catch (error) {
    return { reason: /Rule: "(.+)"/.exec(error.message)?.[1] ?? error.message.split('\n')[0] };
  }
  const pass = result.stats?.times.passes[0];
  if (result.fatalErrorCount > 0 || !pass?.rules) return { reason: result.messages[0]?.message ?? 'not linted' };
  return {
    measured: new Map([
      [PARSED, pass.parse.total],
      ...only.map(({ name, rules }) => [name, rules.reduce((sum, rule) => sum + (pass.rules[rule]?.total ?? 0), 0)]),
    ]),
  };
}
