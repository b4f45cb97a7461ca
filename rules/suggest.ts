import type { TSESLint } from '@typescript-eslint/utils';

import type { FileAnalysis } from '../src/analysis/index.js';
import type { Suggestion } from '../src/suggestions/suggestion.js';

/** A way to rewrite the code of a finding, with the message of its offer. */
export interface Offer<MessageIds extends string, Finding> {
  readonly messageId: MessageIds;
  readonly rewrite: (analysis: FileAnalysis, finding: Finding) => Suggestion | undefined;
}

/** The offers that fit a finding, as ESLint takes them. Looked for when it is reported, and not before. */
export function suggest<MessageIds extends string, Finding>(
  analysis: FileAnalysis,
  finding: Finding,
  offers: readonly Offer<MessageIds, Finding>[],
): TSESLint.SuggestionReportDescriptor<MessageIds>[] {
  return offers.flatMap(({ messageId, rewrite }) => {
    const suggestion = rewrite(analysis, finding);
    if (!suggestion) return [];
    const { data, edits } = suggestion;
    return [{ messageId, data, fix: (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange(range, text)) }];
  });
}
