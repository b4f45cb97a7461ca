import type { ESLint, Linter } from 'eslint';

import plugin from '../index.js';
import { isParseError, ruleOf } from './read-lint-result.js';
import { asOneLine, ReviewError } from './review.js';

/** A formatter of ESLint, which is given what a lint run of this plugin alone would have reported. */
export interface EslintFormatter {
  /** Takes what ESLint said of a file. */
  readonly add: (result: ESLint.LintResult) => void;
  readonly format: () => Promise<string>;
}

/**
 * Loads a formatter by its name, as `eslint --format` does: one of ESLint's own, an installed package, or a path.
 *
 * @throws {ReviewError} with one line where there is no such formatter
 */
export async function loadEslintFormatter(Linter: typeof ESLint, name: string, cwd: string): Promise<EslintFormatter> {
  // ESLint knows rules by the config of each file; a review may use several configs, and knows its rules itself.
  class ReviewLinter extends Linter {
    override getRulesMetaForResults(): ESLint.LintResultData['rulesMeta'] {
      return Object.fromEntries(Object.entries(plugin.rules).map(([rule, { meta }]) => [`stateless/${rule}`, meta ?? {}]));
    }
  }
  const results: ESLint.LintResult[] = [];
  const formatter = await loadFormatter(new ReviewLinter({ cwd, overrideConfigFile: true }), name);
  return {
    add: (result) => results.push(keepOwnMessages(result)),
    format: async () => {
      const text = await formatter.format(results, { cwd, rulesMeta: {} } as ESLint.LintResultData);
      return text === '' || text.endsWith('\n') ? text : `${text}\n`;
    },
  };
}

async function loadFormatter(linter: ESLint, name: string): Promise<ESLint.LoadedFormatter> {
  try {
    return await linter.loadFormatter(name);
  } catch (error) {
    throw new ReviewError([
      `--format ${name}: ${asOneLine(error)} (text, markdown, html and json are built in; any other is a formatter of ESLint)`,
    ]);
  }
}

/** Leaves out what other rules, and comments about them, made ESLint say. */
function keepOwnMessages(result: ESLint.LintResult): ESLint.LintResult {
  const isOwn = (message: Linter.LintMessage): boolean => ruleOf(message) !== undefined || isParseError(message);
  const messages = result.messages.filter(isOwn);
  const count = (fits: (message: Linter.LintMessage) => boolean): number => messages.filter(fits).length;
  return {
    ...result,
    messages,
    suppressedMessages: result.suppressedMessages.filter(isOwn),
    errorCount: count(({ severity }) => severity === 2),
    fatalErrorCount: count(isParseError),
    warningCount: count(({ severity }) => severity === 1),
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  };
}
