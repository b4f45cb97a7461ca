import type { TSESLint } from '@typescript-eslint/utils';

import { findState, type Concern, type StateFinding } from '../src/analysis/index.js';

interface StateReport<MessageIds extends string> {
  readonly messageId: MessageIds;
  /** Whether findings for `strict` only are reported too. */
  readonly strict?: boolean | undefined;
}

/** Reports the cells of one concern, each at its declaration, with the chain and line that decided. */
export function reportState<MessageIds extends string>(
  context: Readonly<TSESLint.RuleContext<MessageIds, readonly unknown[]>>,
  concern: Concern,
  { messageId, strict = false }: StateReport<MessageIds>,
): TSESLint.RuleListener {
  return {
    'Program:exit'() {
      for (const finding of findState(context)) {
        if (finding.concern !== concern || (finding.strictOnly && !strict)) continue;
        context.report({ node: finding.node, messageId, data: { name: `\`${finding.name}\``, where: whereOf(finding) } });
      }
    },
  };
}

/** `handler → isDuplicate, line 14`. */
function whereOf({ chain, line }: StateFinding): string {
  const path = chain.length > 0 ? `${chain.join(' → ')}, ` : '';
  return `${path}line ${line}`;
}
