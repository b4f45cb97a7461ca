import * as parser from '@typescript-eslint/parser';
import { Linter, type ESLint } from 'eslint';
import { createContext, runInContext } from 'node:vm';

import { rules, type RuleName } from '../../rules/index.js';
import type { SourceFile } from './material.js';

export interface Report {
  readonly rule: string;
  readonly place: string;
  readonly message: string;
}

export const allRules = Object.keys(rules) as readonly RuleName[];

/** Far beyond what the longest case takes: only an endless loop gets there. */
const LONGEST = 20_000;
const OPTIONS: Partial<Record<RuleName, object>> = {
  'no-tmp-storage': { strict: true },
  'no-memory-cache': { strict: true },
  'no-request-leak': { strict: true },
  'no-memory-store': { strict: true },
};
const linter = new Linter({ cwd: '/project' });
const sandbox = createContext({ run: undefined });

/**
 * The reports of a file in a fixed order, `undefined` where it does not parse.
 *
 * @throws whatever a rule throws, and an error of `node:vm` where the rules do not come to an end
 */
export function lint({ name, text }: SourceFile, ruleNames: readonly RuleName[] = allRules): readonly Report[] | undefined {
  const messages = withinLimit(() =>
    linter.verify(
      text,
      [
        {
          files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
          plugins: { stateless: { rules } as unknown as ESLint.Plugin },
          languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
          linterOptions: { reportUnusedDisableDirectives: 'off', noInlineConfig: true },
          rules: Object.fromEntries(
            ruleNames.map((rule) => [`stateless/${rule}`, OPTIONS[rule] ? ['error', OPTIONS[rule]] : 'error']),
          ) as Linter.RulesRecord,
        },
      ],
      { filename: `/project/${name}` },
    ),
  );
  if (messages.some(({ fatal }) => fatal)) return undefined;
  // Disable comments in files of libraries are answered by ESLint itself.
  return messages
    .filter(({ ruleId }) => ruleId !== null)
    .map(({ ruleId, line, column, message }) => ({ rule: ruleId ?? '', place: `${line}:${column}`, message }))
    .sort((a, b) => `${a.place} ${a.rule} ${a.message}`.localeCompare(`${b.place} ${b.rule} ${b.message}`));
}

/** Only `node:vm` can end a loop that never waits. */
function withinLimit<T>(run: () => T): T {
  sandbox['run'] = run;
  return runInContext('run()', sandbox, { timeout: LONGEST }) as T;
}
