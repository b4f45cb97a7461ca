/**
 * Question: may `await` stand at a node?
 */
import { isFunction, type Node } from '../analysis/ast.js';

/** In the body of an asynchronous function, and neither in its parameters nor in a part of a class. */
export function canAwaitAt(node: Node): boolean {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (isFunction(parent)) return parent.async && parent.body === current;
    if (parent.type === 'StaticBlock' || parent.type === 'PropertyDefinition' || parent.type === 'AccessorProperty') return false;
  }
  return false;
}
