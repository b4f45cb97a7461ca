import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';

import plugin from '../../src/index.js';
import type { StatelessSettingsInput } from '../../src/settings.js';

export interface Applied {
  readonly rule: string;
  /** What the editor offers. */
  readonly desc: string;
  readonly output: string;
  /** What is reported of the output and was not reported before, or still is although the suggestion was to end it. */
  readonly stillWrong: readonly string[];
}

/** Lints a file with all rules on, and applies each suggestion by itself. The output is parsed, and judged again by all rules. */
export function applySuggestions(code: string, filename: string, cwd: string, stateless: StatelessSettingsInput = {}): Applied[] {
  const linter = new Linter({ cwd });
  const lint = (text: string): Linter.LintMessage[] =>
    linter.verify(text, configFor(filename, stateless), { filename, allowInlineConfig: false });
  const before = lint(code);
  return before.flatMap((message) =>
    (message.suggestions ?? []).map(({ desc, fix }) => {
      const output = code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
      const allowed = before.filter((other) => other !== message).map(withoutLines);
      const stillWrong = lint(output)
        .map(withoutLines)
        .filter((text) => {
          const known = allowed.indexOf(text);
          if (known !== -1) allowed.splice(known, 1);
          return known === -1;
        });
      return { rule: message.ruleId?.replace('stateless/', '') ?? '', desc, output, stillWrong };
    }),
  );
}

/** Lines move with what is put in and taken out. */
function withoutLines({ ruleId, message }: Linter.LintMessage): string {
  return `${ruleId ?? 'parse error'}: ${message.replaceAll(/\bline \d+/g, 'line')}`;
}

function configFor(filename: string, stateless: StatelessSettingsInput): Linter.Config {
  return {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    languageOptions: {
      parser: parser as Linter.Parser,
      sourceType: filename.endsWith('.cjs') ? 'commonjs' : 'module',
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
    settings: { stateless },
    plugins: { stateless: plugin },
    rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`stateless/${name}`, 'error'])),
  };
}
