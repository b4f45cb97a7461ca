import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';

import plugin from '../../src/index.js';
import { root } from './read-page.js';

export const ruleNames = Object.keys(plugin.rules);

const linter = new Linter({ cwd: root });

const config: Linter.Config = {
  files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
  plugins: { stateless: plugin },
  languageOptions: {
    parser: parser as Linter.Parser,
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
  // An example that disables a rule must need to.
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: Object.fromEntries(ruleNames.map((name) => [`stateless/${name}`, 'error'])),
};

export interface Finding {
  /** Without the plugin's prefix; what is not of a rule has its message here. */
  readonly rule: string;
  readonly line: number;
}

/** Lints one example with every rule on, as if it stood at this path of a project. */
export function lintExample(code: string, filename: string): Finding[] {
  return linter
    .verify(code, config, { filename })
    .map(({ ruleId, message, line }) => ({ rule: ruleId?.replace('stateless/', '') ?? message, line }));
}

/** The rules that report, each once, sorted. */
export function reportingRules(code: string, filename: string): string[] {
  return [...new Set(lintExample(code, filename).map(({ rule }) => rule))].sort();
}
