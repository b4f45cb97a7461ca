/**
 * Question: does a statement do work, and may it leave the list that it stands in?
 *
 * Making an answer and writing a log line are no work.
 */
import { calleeText, isFunction, walkSyntax, type Node } from '../analysis/ast.js';
import type { SourceIndex } from '../analysis/source-index.js';

const ANSWERS =
  /^(Response(\.(json|redirect))?|NextResponse(\.\w+)?|JSON\.stringify|Number|String|Error|(console|log|logger)\.\w+|(c|ctx|res|reply)\.(json|text|send|end|status|code|sendStatus|body)|\.(json|send|end|text))$/;

/** Whether a statement calls or awaits something, up to a position in it. */
export function works({ visitorKeys }: SourceIndex, statement: Node, before = Infinity): boolean {
  let found = false;
  walkSyntax(statement, visitorKeys, (node) => {
    if (node.range[0] >= before) return false;
    if (node.type === 'AwaitExpression' || node.type === 'YieldExpression') found = true;
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && !ANSWERS.test(calleeText(node) ?? '?')) found = true;
    return !found;
  });
  return found;
}

/** Whether a statement may leave the list that it stands in, other than by an error that it meets. */
export function mayLeave({ visitorKeys }: SourceIndex, statement: Node): boolean {
  let found = false;
  walkSyntax(statement, visitorKeys, (node) => {
    if (isFunction(node)) return false;
    if (/^(Return|Break|Continue|Throw)Statement$/.test(node.type)) found = true;
    return !found;
  });
  return found;
}
