import { describe, expect, it } from 'vitest';
import { RuleTester } from '@typescript-eslint/rule-tester';
import type { TSESLint } from '@typescript-eslint/utils';

import type { StatelessSettingsInput } from '../../src/settings.js';
import { applySuggestions } from './apply-suggestions.js';

interface Reported<MessageIds extends string> {
  readonly name: string;
  readonly code: string;
  readonly filename?: string;
  /** The message of the report, where it is a more particular one. */
  readonly reported?: MessageIds;
}

interface Rewritten<MessageIds extends string> extends Reported<MessageIds> {
  readonly suggestions: readonly { readonly messageId: MessageIds; readonly output: string }[];
}

interface Rewrites<MessageIds extends string> {
  /** The message of the report itself. */
  readonly reported: MessageIds;
  readonly settings?: StatelessSettingsInput;
  readonly rewritten: readonly Rewritten<MessageIds>[];
  /** Reported just the same, and left to the author. */
  readonly left: readonly Reported<MessageIds>[];
}

const tester = new RuleTester();

/**
 * Each case is reported once. What the suggestions make of it is compared letter by letter; then the output is parsed and linted again
 * with all rules, and must report nothing.
 */
export function testRewrites<MessageIds extends string>(
  title: string,
  rule: TSESLint.RuleModule<MessageIds, readonly unknown[], unknown>,
  { reported, settings = {}, rewritten, left }: Rewrites<MessageIds>,
): void {
  const shared = { settings: { stateless: settings } };
  tester.run(title, rule as never, {
    valid: [],
    invalid: [
      ...rewritten.map(({ suggestions, reported: messageId = reported, ...reportedCase }) => ({
        ...reportedCase,
        ...shared,
        errors: [{ messageId, suggestions }],
      })),
      ...left.map(({ reported: messageId = reported, ...reportedCase }) => ({ ...reportedCase, ...shared, errors: [{ messageId }] })),
    ] as never,
  });
  if (rewritten.length === 0) return;
  describe(`${title}: what is made of it`, () => {
    it.each(rewritten)('$name', ({ code, filename = 'file.ts', suggestions }) => {
      const applied = applySuggestions(code, `/project/${filename}`, '/project', settings);
      expect(applied.map(({ output, stillWrong }) => ({ output, stillWrong }))).toEqual(
        suggestions.map(({ output }) => ({ output, stillWrong: [] })),
      );
      const inCrlf = applySuggestions(toCrlf(code), `/project/${filename}`, '/project', settings);
      expect(inCrlf.map(({ output }) => output)).toEqual(suggestions.map(({ output }) => toCrlf(output)));
    });
  });
}

function toCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
