/**
 * Question: do two expressions stand for the same key, and does it stay the same between them?
 *
 * Names that are bound once, their members, and templates and strings of these. What a call gives may differ the next time.
 */
import type { Node } from '../analysis/ast.js';
import { unwrap } from '../analysis/ast.js';
import type { SourceIndex } from '../analysis/source-index.js';
import { textOf } from './layout.js';

export function areSameKey(source: SourceIndex, first: Node, second: Node): boolean {
  if (textOf(source, unwrap(first)) !== textOf(source, unwrap(second))) return false;
  const names = namesIn(first);
  const others = namesIn(second);
  return (
    names !== undefined &&
    others !== undefined &&
    names.every((name, index) => isBoundOnce(source, name) && source.variableOf(name) === source.variableOf(others[index]!))
  );
}

/** The names that a key is made of; `undefined` where it is made of more. */
function namesIn(key: Node): Node[] | undefined {
  const node = unwrap(key);
  switch (node.type) {
    case 'Literal':
      return [];
    case 'Identifier':
      return [node];
    case 'MemberExpression':
      return node.computed && unwrap(node.property).type !== 'Literal' ? undefined : namesIn(node.object);
    case 'TemplateLiteral': {
      const parts = node.expressions.map(namesIn);
      return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
    }
    default:
      return undefined;
  }
}

function isBoundOnce(source: SourceIndex, name: Node): boolean {
  const variable = source.variableOf(name);
  return variable !== undefined && variable.references.every((reference) => !reference.isWrite() || reference.init === true);
}
