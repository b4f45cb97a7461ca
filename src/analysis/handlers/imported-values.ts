/**
 * Question: which parts of an expression are names of other files?
 *
 *     { handler: createOrder, retries: 3 }   → `createOrder` under `handler`
 *     middy(charge).use(trace())             → `charge`
 *     onCreate(require('./on-create'))       → `require('./on-create')`
 */
import { keyName, receiverOf, unwrap, type Node } from '../ast.js';
import { loadedModule } from '../imports.js';
import type { SourceIndex } from '../source-index.js';

export function forEachImported(
  source: SourceIndex,
  node: Node,
  depth: number,
  visit: (value: Node, key: string | undefined) => void,
  key?: string,
): void {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
    case 'MemberExpression':
      if (isImported(source, inner)) visit(inner, key);
      return;
    case 'ArrayExpression':
      if (depth > 0)
        for (const element of inner.elements)
          if (element && element.type !== 'SpreadElement') forEachImported(source, element, depth - 1, visit, key);
      return;
    case 'ObjectExpression':
      if (depth > 0)
        for (const property of inner.properties)
          if (property.type === 'Property') forEachImported(source, property.value, depth - 1, visit, keyName(property));
      return;
    case 'CallExpression': {
      if (loadedModule(inner) !== undefined) {
        visit(inner, key);
        return;
      }
      // What wraps a handler takes it first; a chain begins with what is wrapped.
      const receiver = receiverOf(inner);
      if (receiver?.type === 'CallExpression') forEachImported(source, receiver, depth, visit, key);
      else if (depth > 0 && inner.arguments[0] && inner.arguments[0].type !== 'SpreadElement')
        forEachImported(source, inner.arguments[0], depth - 1, visit, key);
      return;
    }
    default:
  }
}

/** An imported name, or one of `require`, or a member of such. */
function isImported(source: SourceIndex, node: Node): boolean {
  const root = node.type === 'MemberExpression' ? unwrap(node.object) : node;
  if (loadedModule(root) !== undefined) return true;
  const definition = source.variableOf(root)?.defs[0];
  if (definition?.type === 'ImportBinding') return true;
  const declarator = definition?.node as Node | undefined;
  const init = declarator?.type === 'VariableDeclarator' && declarator.init ? unwrap(declarator.init) : undefined;
  return init !== undefined && loadedModule(init.type === 'MemberExpression' ? unwrap(init.object) : init) !== undefined;
}
