/**
 * Question: may an initial value be made anew for each request, and be the same each time?
 *
 * Literals, containers and `Headers` of such, constants of the module, and the environment. Anything that is opened or computed is not.
 */
import { dottedName, unwrap, type Node } from '../analysis/ast.js';
import type { SourceIndex } from '../analysis/source-index.js';

const CONTAINERS = /^(Headers|Map|Set|URLSearchParams|FormData)$/;

export function isFreshData(source: SourceIndex, node: Node | null | undefined): boolean {
  if (!node) return true;
  const value = unwrap(node);
  switch (value.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return value.expressions.every((expression) => isFreshData(source, expression));
    case 'UnaryExpression':
      return value.operator !== 'delete' && isFreshData(source, value.argument);
    case 'ArrayExpression':
      return value.elements.every((element) => isFreshData(source, element));
    case 'SpreadElement':
      return isFreshData(source, value.argument);
    case 'ObjectExpression':
      return value.properties.every((property) =>
        property.type === 'SpreadElement'
          ? isFreshData(source, property)
          : !property.method &&
            property.kind === 'init' &&
            (!property.computed || isFreshData(source, property.key)) &&
            isFreshData(source, property.value),
      );
    case 'NewExpression':
      return isContainer(source, value) && value.arguments.every((argument) => isFreshData(source, argument));
    case 'Identifier':
      return isConstant(source, value);
    case 'MemberExpression': {
      const { root, path } = dottedName(value);
      return root.type === 'Identifier' && root.name === 'process' && path[0] === 'env' && source.variableOf(root) === undefined;
    }
    default:
      return false;
  }
}

/** `new Headers({ … })` of the platform itself. */
export function isContainer(source: SourceIndex, node: Node): boolean {
  return (
    node.type === 'NewExpression' &&
    node.callee.type === 'Identifier' &&
    CONTAINERS.test(node.callee.name) &&
    source.variableOf(node.callee) === undefined
  );
}

function isConstant(source: SourceIndex, identifier: Node): boolean {
  const variable = source.variableOf(identifier);
  if (!variable) return identifier.type === 'Identifier' && identifier.name === 'undefined';
  const [definition] = variable.defs;
  return definition?.type === 'ImportBinding' || (definition?.type === 'Variable' && definition.parent.kind === 'const');
}
