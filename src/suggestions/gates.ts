/**
 * Question: which work does a test let through, and in which list of statements does that work stand?
 *
 *     if (seen.has(id)) continue;   work…        // leaves: the statements after it
 *     if (!seen.has(id)) { work… }               // wraps: the statements in it
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { outermost, type Node } from '../analysis/ast.js';
import { leaves } from '../analysis/guards.js';

export interface Gate {
  readonly statement: TSESTree.IfStatement;
  /** What asks whether the key is there, or, of a gate that wraps, whether it is not. */
  readonly test: Node;
  readonly form: 'leaves' | 'wraps';
  readonly work: readonly TSESTree.Statement[];
  /** The block that the work stands in. */
  readonly block: TSESTree.BlockStatement;
}

/** @param allowsAlternatives whether other reasons to leave may be asked first: `!id || seen.has(id)` */
export function gateOf(present: Node, { allowsAlternatives }: { readonly allowsAlternatives: boolean }): Gate | undefined {
  const test = outermost(present);
  let top = test;
  while (allowsAlternatives && top.parent?.type === 'LogicalExpression' && top.parent.operator === '||' && top.parent.right === top)
    top = top.parent;
  const { parent } = top;
  if (parent?.type === 'IfStatement' && parent.test === top) {
    if (parent.alternate || !leaves(parent.consequent) || parent.parent.type !== 'BlockStatement') return undefined;
    const { body } = parent.parent;
    return { statement: parent, test, form: 'leaves', work: body.slice(body.indexOf(parent) + 1), block: parent.parent };
  }
  if (top !== test || parent?.type !== 'UnaryExpression' || parent.operator !== '!') return undefined;
  const holder = parent.parent;
  if (
    holder.type !== 'IfStatement' ||
    holder.test !== parent ||
    holder.alternate ||
    holder.consequent.type !== 'BlockStatement' ||
    holder.parent.type !== 'BlockStatement'
  )
    return undefined;
  return { statement: holder, test: parent, form: 'wraps', work: holder.consequent.body, block: holder.consequent };
}

/** The statement in a list that a node is all of: `seen.add(id);` */
export function statementOf(node: Node): TSESTree.ExpressionStatement | undefined {
  const { parent } = outermost(node);
  return parent?.type === 'ExpressionStatement' && parent.parent.type === 'BlockStatement' ? parent : undefined;
}
