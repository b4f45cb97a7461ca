/**
 * Question: is every use of a collection a test, an addition or a removal of a key?
 *
 *     seen.has(id)   seen.add(id)   seen.delete(id)   done[id] = true
 *
 * Only collections that start empty, and whose values say no more than that the key is there.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { booleanValue, calleeText, numberValue, outermost, propertyName, unwrap, type Node } from '../analysis/ast.js';
import type { ModuleBinding } from './module-binding.js';

export interface KeyUse {
  readonly kind: 'test' | 'add' | 'remove';
  /** The whole expression: the call, the assignment, the `delete`. */
  readonly node: Node;
  readonly key: Node;
}

/** `undefined` where one use is something else. */
export function keyUsesOf({ declarator, uses }: ModuleBinding): readonly KeyUse[] | undefined {
  if (!declarator.init || !startsEmpty(unwrap(declarator.init))) return undefined;
  const found = uses.map(({ identifier }) => keyUse(outermost(identifier as Node)));
  return found.includes(undefined) ? undefined : found.filter((use) => use !== undefined);
}

function startsEmpty(init: Node): boolean {
  switch (init.type) {
    case 'ArrayExpression':
      return init.elements.length === 0;
    case 'ObjectExpression':
      return init.properties.length === 0;
    case 'NewExpression':
      return /^(Set|Map)$/.test(calleeText(init) ?? '') && init.arguments.length === 0;
    case 'CallExpression':
      return calleeText(init) === 'Object.create';
    default:
      return false;
  }
}

function keyUse(collection: Node): KeyUse | undefined {
  const { parent } = collection;
  if (parent?.type === 'BinaryExpression')
    return parent.operator === 'in' && parent.right === collection ? { kind: 'test', node: parent, key: parent.left as Node } : undefined;
  if (parent?.type !== 'MemberExpression' || parent.object !== collection || parent.optional) return undefined;
  const method = propertyName(parent);
  const target = outermost(parent).parent;
  if (method !== undefined)
    return target?.type === 'CallExpression' && unwrap(target.callee) === parent ? methodUse(target, method) : undefined;
  if (target?.type === 'AssignmentExpression' && target.left === parent)
    return target.operator === '=' && isMarker(target.right) ? { kind: 'add', node: target, key: parent.property } : undefined;
  if (target?.type === 'UnaryExpression' && target.operator === 'delete') return { kind: 'remove', node: target, key: parent.property };
  if (target?.type === 'UpdateExpression' || target?.type === 'MemberExpression' || target?.type === 'CallExpression') return undefined;
  return { kind: 'test', node: parent, key: parent.property };
}

function methodUse(call: TSESTree.CallExpression, method: string): KeyUse | undefined {
  const [key, value, more] = call.arguments;
  if (!key || key.type === 'SpreadElement' || more || call.optional) return undefined;
  if (value) return method === 'set' && value.type !== 'SpreadElement' && isMarker(value) ? { kind: 'add', node: call, key } : undefined;
  if (/^(has|includes)$/.test(method)) return { kind: 'test', node: call, key };
  if (/^(add|push)$/.test(method)) return { kind: 'add', node: call, key };
  return method === 'delete' ? { kind: 'remove', node: call, key } : undefined;
}

/** `true`, a number, the time. */
function isMarker(value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'CallExpression') return calleeText(inner) === 'Date.now';
  if (inner.type === 'NewExpression') return calleeText(inner) === 'Date' && inner.arguments.length === 0;
  return booleanValue(inner) === true || Boolean(numberValue(inner));
}
