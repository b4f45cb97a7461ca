import type { TSESLint } from '@typescript-eslint/utils';

import { analyzeFile, findState, type Concern, type Detail, type StateFinding } from '../src/analysis/index.js';
import { findMemoryStores, type MemoryStoreFinding } from '../src/analysis/stores/find-memory-stores.js';
import { suggest, type Offer } from './suggest.js';

type Context<MessageIds extends string> = Readonly<TSESLint.RuleContext<MessageIds, readonly unknown[]>>;

interface StateReport<MessageIds extends string> {
  readonly messageId: MessageIds;
  /** Messages for what is more particular than the concern. */
  readonly particular?: readonly { readonly detail: Detail; readonly messageId: MessageIds }[];
  /** Whether findings for `strict` only are reported too. */
  readonly strict?: boolean | undefined;
}

interface Offers<MessageIds extends string> {
  readonly offers?: readonly Offer<MessageIds, StateFinding>[];
}

/** Reports the cells of one concern, each at its declaration, with the chain and line that decided. */
export function reportState<MessageIds extends string>(
  context: Context<MessageIds>,
  concern: Concern,
  { messageId, particular = [], strict = false, offers = [] }: StateReport<MessageIds> & Offers<MessageIds>,
): void {
  for (const finding of findState(context)) {
    if (finding.concern !== concern || (finding.strictOnly && !strict)) continue;
    const told = particular.find(({ detail }) => detail === finding.detail)?.messageId ?? messageId;
    context.report({
      node: finding.node,
      messageId: told,
      data: { name: finding.name, where: whereOf(finding) },
      suggest: suggest(analyzeFile(context), finding, offers),
    });
  }
}

/** Reports the libraries that one rule answers for, each at its construction. */
export function reportStores<MessageIds extends string>(
  context: Context<MessageIds>,
  rule: MemoryStoreFinding['rule'],
  { messageId, strict = false }: StateReport<MessageIds>,
): void {
  for (const finding of findMemoryStores(analyzeFile(context))) {
    if (finding.rule !== rule || (finding.strictOnly && !strict)) continue;
    context.report({ loc: finding.loc, messageId, data: finding.data });
  }
}

/** `handler → isDuplicate, line 14`. */
function whereOf({ chain, line }: StateFinding): string {
  const path = chain.length > 0 ? `${chain.join(' → ')}, ` : '';
  return `${path}line ${line}`;
}
