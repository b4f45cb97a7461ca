import { ESLint } from 'eslint';
import * as parser from '@typescript-eslint/parser';

import { ourRules, plugins, subjects } from './subjects.mjs';

const PARSED = 'parsing';

/**
 * Milliseconds by subject, for each file the median of `repeat` rounds. From round to round the order of the rules is turned around: a
 * rule that comes first pays for what ESLint works out once and keeps, such as declared variables.
 *
 * Files that do not parse, and files on which a rule that is compared breaks, are left out and counted.
 */
export async function measureTimes(files, { repeat, only = subjects, isWarm = false }) {
  const linters = [only, [...only].reverse()].map(createLinter);
  for (const file of isWarm ? [] : files.slice(0, 12)) await times(linters[0], file, only);
  const totals = new Map([PARSED, ...only.map(({ name }) => name)].map((name) => [name, 0]));
  const skipped = [];
  let lines = 0;
  for (const file of files) {
    const rounds = [];
    for (let round = 0; round < repeat; round += 1) {
      const measured = await times(linters[round % 2], file, only);
      if (!measured) break;
      rounds.push(measured);
    }
    if (rounds.length < repeat) {
      skipped.push(file.name);
      continue;
    }
    lines += file.text.split('\n').length;
    for (const name of totals.keys()) totals.set(name, totals.get(name) + median(rounds.map((round) => round.get(name))));
  }
  return { totals, lines, skipped };
}

function createLinter(order) {
  const rules = Object.fromEntries(order.flatMap((subject) => subject.rules.map((rule) => [rule, subject.isOurs ? ourRules[rule] : 'error'])));
  return new ESLint({
    stats: true,
    overrideConfigFile: true,
    ignore: false,
    allowInlineConfig: false,
    overrideConfig: [{ files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], plugins, languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, rules }],
  });
}

async function times(linter, file, only) {
  let result;
  try {
    [result] = await linter.lintText(file.text, { filePath: file.name });
  } catch {
    return undefined;
  }
  const pass = result.stats?.times.passes[0];
  if (result.fatalErrorCount > 0 || !pass?.rules) return undefined;
  return new Map([[PARSED, pass.parse.total], ...only.map(({ name, rules }) => [name, rules.reduce((sum, rule) => sum + (pass.rules[rule]?.total ?? 0), 0)])]);
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
