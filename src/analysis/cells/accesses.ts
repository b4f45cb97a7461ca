/**
 * Question: what does a use of a place do to the cell that stands there?
 */
import { calleeText, isNullish, outermost, propertyName, unwrap, type FunctionNode, type Node } from '../ast.js';
import type { Path, Use } from '../uses.js';
import type { Access, Container } from './cell.js';
import { elementChanges } from './immutable-updates.js';

const READS =
  /^(has|get|includes|indexOf|lastIndexOf|some|every|find|findIndex|findLast|findLastIndex|at|keys|values|entries|forEach|map|filter|reduce|reduceRight|join|slice|concat|flatMap|flat|toString|toJSON|toSorted|toReversed|with|size|getAll|hasOwnProperty|isEmpty|then|catch|finally|test|exec|match|startsWith|endsWith|toISOString|getTime|valueOf|toFixed|trim|split|subscribe|peek|getStore|run|call|apply|bind|union|intersection|difference|isSubsetOf)$/;
const MEMBERSHIP = /^(has|includes|indexOf|lastIndexOf|some|every|findIndex|findLastIndex|hasOwnProperty|isEmpty)$/;
const LOOKUP = /^(get|find|findLast|at|getAll|peek)$/;
const ITERATION = /^(keys|values|entries|forEach|map|filter|reduce|reduceRight|join|slice|concat|flatMap|flat|toSorted|toReversed|toJSON)$/;
const ADDITION = /^(set|add|push|unshift|append|getOrInsert|getOrInsertComputed)$/;
const TAKING = /^(pop|shift)$/;

export function isMutation(use: Use): boolean {
  if (use.kind === 'method') return !READS.test(use.name);
  return use.kind !== 'read';
}

/** What a use means for a cell whose path is the first `prefix` steps of the use's path. */
export function interpret(use: Use, prefix: number, container: Container): Access[] {
  const rest: Path = use.path.slice(prefix);
  const depth = rest.length;
  const last = rest.at(-1);
  const field = [...rest].reverse().find((step) => step.name !== '*')?.name;
  const elementKey = rest.find((step) => step.name === '*')?.key;
  // What a client has fetched is the caller's own: `const cart = await redis.get(id); cart.items.push(item);`.
  if (container === 'instance' && rest[0]?.name === '*' && (depth > 1 || use.kind === 'method' || use.kind === 'read')) return [];
  const base = {
    node: use.node,
    fn: use.fn,
    depth,
    field,
    isKeyed: rest[0]?.name === '*' && rest[0].key !== undefined,
    isStored: rest.some((step) => step.isStored === true),
  };
  switch (use.kind) {
    case 'write': {
      const shared = { ...base, site: use.site, value: use.value, operator: use.operator };
      if (last?.name === 'lastIndex') return [{ ...base, site: use.site, kind: 'read', how: 'value', key: elementKey }];
      if (depth === 0) {
        const changes = use.operator === '=' && use.value !== undefined ? elementChanges(use.node, use.value) : undefined;
        if (changes) return changes.map((change) => ({ ...shared, ...change }));
        const isEmpty = use.operator === '=' && use.value !== undefined && isEmptyCollection(use.value) && container !== 'scalar';
        return [{ ...shared, kind: isEmpty ? 'clear' : 'assign' }];
      }
      if (depth === 1 && last!.name === 'length') return [{ ...shared, kind: 'clear', depth: 0 }];
      if (depth === 1 && container === 'instance') return [{ ...shared, kind: 'change', key: last!.key }];
      // `open[id] = undefined` leaves nothing to be found under the key.
      if (depth === 1 && container === 'object' && last!.name === '*' && use.value !== undefined && isNullish(use.value))
        return [{ ...shared, kind: 'remove', key: last!.key }];
      if (depth === 1) return [{ ...shared, kind: 'put', key: last!.key ?? use.site }];
      // A dictionary of dictionaries is one keyed by both.
      if (container === 'object' && rest.every((step) => step.name === '*' && step.key !== undefined))
        return [{ ...shared, kind: 'put', key: last!.key }];
      return [{ ...shared, kind: 'change', key: elementKey }];
    }
    case 'update':
      return [{ ...base, kind: 'update', site: use.site, delta: use.delta, value: use.value, key: elementKey }];
    case 'delete':
      return [{ ...base, kind: 'remove', site: use.site, key: elementKey ?? last?.key }];
    case 'method':
      return interpretMethod(use, base, depth, container, elementKey);
    case 'read': {
      const shared = { ...base, site: use.site, how: use.how };
      if (depth === 1 && (last!.name === 'size' || last!.name === 'length')) return [{ ...shared, kind: 'size', depth: 0 }];
      if (use.how === 'iterate') return [{ ...shared, kind: 'iterate' }];
      if (use.how === 'compare' && use.site.type === 'BinaryExpression' && use.site.operator === 'in' && use.site.right === use.node)
        return [{ ...shared, kind: 'has', key: use.site.left as Node }];
      if (depth >= 1 && last!.name === '*') return [{ ...shared, kind: 'get', key: elementKey }];
      return [{ ...shared, kind: 'read', key: elementKey }];
    }
  }
}

function isEmptyCollection(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'ArrayExpression') return value.elements.length === 0;
  if (value.type === 'ObjectExpression') return value.properties.length === 0;
  if (value.type === 'NewExpression') return value.arguments.length === 0 && /^(Map|Set|Array|Object)$/.test(calleeText(value) ?? '');
  return value.type === 'CallExpression' && calleeText(value) === 'Object.create';
}

function interpretMethod(
  use: Use & { kind: 'method' },
  base: { node: Node; fn: FunctionNode | null; depth: number; field: string | undefined; isKeyed: boolean; isStored: boolean },
  depth: number,
  container: Container,
  elementKey: Node | undefined,
): Access[] {
  const { name, call } = use;
  const argumentsOf = call.arguments.map((argument) => (argument.type === 'SpreadElement' ? argument.argument : argument)) as Node[];
  const shared = { ...base, site: call as Node, method: name };
  if (depth === 0 && (container === 'instance' || container === 'weak')) return [{ ...shared, kind: 'call', value: argumentsOf[0] }];
  if (
    depth === 0 &&
    (container === 'scalar' || container === 'unknown') &&
    !ADDITION.test(name) &&
    !MEMBERSHIP.test(name) &&
    !LOOKUP.test(name) &&
    !/^(delete|clear|splice|shift|pop|forEach|values|entries|filter|map)$/.test(name)
  ) {
    return READS.test(name) ? [{ ...shared, kind: 'read', how: 'value' }] : [{ ...shared, kind: 'call', value: argumentsOf[0] }];
  }
  if (depth === 0 && container === 'unknown') return [{ ...shared, kind: 'call', value: argumentsOf[0] }];
  if (container === 'reactive' && depth === 0)
    return /^(set|update|next)$/.test(name)
      ? [{ ...shared, kind: 'assign', operator: '=', value: argumentsOf[0] }]
      : [{ ...shared, kind: 'read', how: 'value' }];
  if (MEMBERSHIP.test(name)) return [{ ...shared, kind: 'has', key: argumentsOf[0] ?? elementKey }];
  if (LOOKUP.test(name)) return [{ ...shared, kind: 'get', key: argumentsOf[0] ?? elementKey }];
  if (ITERATION.test(name)) return [{ ...shared, kind: 'iterate' }];
  if (ADDITION.test(name)) {
    const isKeyed = name === 'set' || (name === 'append' && container === 'headers') || name.startsWith('getOrInsert');
    if (depth > 0 && name === 'set' && argumentsOf.length !== 2) return [{ ...shared, kind: 'read', how: 'value' }];
    // A map of maps is one keyed by both.
    if (depth === 1 && container === 'map' && name === 'set' && base.isKeyed)
      return [{ ...shared, kind: 'put', key: argumentsOf[0], value: argumentsOf[1] }];
    const keyOf = isKeyed || name === 'add' ? argumentsOf[0] : undefined;
    return [
      {
        ...shared,
        kind: depth === 0 ? 'put' : 'change',
        key: depth === 0 ? keyOf : (elementKey ?? keyOf),
        value: isKeyed ? argumentsOf[1] : argumentsOf[0],
      },
    ];
  }
  if (name === 'delete') return [{ ...shared, kind: 'remove', key: argumentsOf[0] }];
  if (name === 'clear') return [{ ...shared, kind: 'clear' }];
  if (TAKING.test(name)) return [{ ...shared, kind: 'take' }];
  if (name === 'splice')
    return [{ ...shared, kind: isFullSplice(call) || (isFromStart(call) && isResultUsed(call)) ? 'take' : 'remove', key: argumentsOf[0] }];
  if (name === 'fill') return [{ ...shared, kind: 'clear' }];
  if (/^(sort|reverse|copyWithin)$/.test(name)) return [{ ...shared, kind: 'reorder' }];
  if (READS.test(name)) return [{ ...shared, kind: 'read', how: 'value' }];
  return [{ ...shared, kind: 'call', value: argumentsOf[0] }];
}

function isResultUsed(call: Node): boolean {
  return outermost(call).parent?.type !== 'ExpressionStatement';
}

/** `splice(0, 25)` takes the next ones; `splice(index, 1)` removes one. */
function isFromStart(call: Node): boolean {
  const start = call.type === 'CallExpression' ? call.arguments[0] : undefined;
  return start?.type === 'Literal' && start.value === 0;
}

/** `splice(0)` and `splice(0, list.length)` empty the list. */
function isFullSplice(call: Node): boolean {
  if (call.type !== 'CallExpression') return false;
  const [start, count] = call.arguments;
  if (start?.type !== 'Literal' || start.value !== 0) return false;
  return count === undefined || (count.type === 'MemberExpression' && propertyName(count) === 'length');
}
