/**
 * Question: does an assignment replace the content, or add to it and take from it by way of a copy?
 *
 *     seen = [...seen, id];                       // adds `id`
 *     seen = new Set(seen).add(id);               // adds `id`
 *     jobs = { ...jobs, [id]: job };              // sets `id`; the elements are uses of their own already
 *     open = open.filter((known) => known !== id) // removes `id`
 */
import { calleeName, calleeText, dottedName, isFunction, propertyName, receiverOf, unwrap, type Node } from '../ast.js';

export interface ElementChange {
  readonly kind: 'put' | 'remove';
  /** The method that would do the same in place. */
  readonly method: 'push' | 'add' | 'set' | undefined;
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

/** The elements that `place = value` adds or removes; `undefined` where it replaces the content. */
export function elementChanges(place: Node, value: Node): readonly ElementChange[] | undefined {
  const inner = unwrap(value);
  switch (inner.type) {
    case 'ArrayExpression':
      return additionsIn(place, inner.elements)?.map((element) => ({ kind: 'put', method: 'push', key: undefined, value: element }));
    case 'ObjectExpression': {
      const others = inner.properties.filter((property) => !(property.type === 'SpreadElement' && isSamePlace(place, property.argument)));
      const isCopied = others.length < inner.properties.length;
      return isCopied && others.length > 0 && others.every((property) => property.type === 'Property' && property.computed)
        ? []
        : undefined;
    }
    case 'NewExpression':
      return ofNewCollection(place, calleeText(inner), inner.arguments[0]);
    case 'CallExpression': {
      const receiver = receiverOf(inner);
      const name = calleeName(inner);
      const [first, second] = inner.arguments;
      if (!receiver || !first || first.type === 'SpreadElement') return undefined;
      if ((name === 'add' || name === 'set') && isCopyOf(place, receiver))
        return [{ kind: 'put', method: name, key: first, value: name === 'set' ? second : first }];
      if (!isSamePlace(place, receiver)) return undefined;
      if (name === 'concat') return [{ kind: 'put', method: 'push', key: undefined, value: first }];
      const dropped = name === 'filter' ? droppedBy(first) : undefined;
      return dropped && [{ kind: 'remove', method: undefined, key: dropped, value: undefined }];
    }
    default:
      return undefined;
  }
}

function ofNewCollection(place: Node, name: string | undefined, argument: Node | undefined): readonly ElementChange[] | undefined {
  if ((name !== 'Set' && name !== 'Map') || !argument) return undefined;
  const elements = unwrap(argument);
  if (elements.type === 'ArrayExpression') {
    return additionsIn(place, elements.elements)?.map((element) => {
      if (name === 'Set') return { kind: 'put', method: 'add', key: element, value: element };
      const [key, value] = element.type === 'ArrayExpression' ? element.elements : [];
      return { kind: 'put', method: 'set', key: key ?? undefined, value: value ?? undefined };
    });
  }
  // `new Set([...open].filter((known) => known !== id))`
  if (elements.type !== 'CallExpression' || calleeName(elements) !== 'filter') return undefined;
  const receiver = receiverOf(elements);
  const [test] = elements.arguments;
  const dropped = receiver && test && isSpreadOf(place, receiver) ? droppedBy(test) : undefined;
  return dropped && [{ kind: 'remove', method: undefined, key: dropped, value: undefined }];
}

/** What stands in a list beside the spread of the place itself. */
function additionsIn(place: Node, elements: readonly (Node | null)[]): Node[] | undefined {
  const others = elements.filter(
    (element): element is Node => element !== null && !(element.type === 'SpreadElement' && isSamePlace(place, element.argument)),
  );
  return others.length > 0 && others.length < elements.length && others.every((element) => element.type !== 'SpreadElement')
    ? others
    : undefined;
}

/** `new Set(place)`, `new Map(place)`. */
function isCopyOf(place: Node, node: Node): boolean {
  return (
    node.type === 'NewExpression' &&
    /^(Set|Map)$/.test(calleeText(node) ?? '') &&
    node.arguments[0] !== undefined &&
    isSamePlace(place, node.arguments[0])
  );
}

/** `[...place]`, `Array.from(place)`. */
function isSpreadOf(place: Node, node: Node): boolean {
  if (node.type === 'ArrayExpression')
    return node.elements.length === 1 && node.elements[0]?.type === 'SpreadElement' && isSamePlace(place, node.elements[0].argument);
  return (
    node.type === 'CallExpression' &&
    calleeText(node) === 'Array.from' &&
    node.arguments[0] !== undefined &&
    isSamePlace(place, node.arguments[0])
  );
}

/** The key that `(element) => element.id !== key` leaves out. */
function droppedBy(test: Node): Node | undefined {
  if (!isFunction(test)) return undefined;
  const body = unwrap(test.body);
  const [parameter] = test.params;
  if (body.type !== 'BinaryExpression' || !/^!==?$/.test(body.operator) || !parameter) return undefined;
  const names =
    parameter.type === 'ObjectPattern'
      ? parameter.properties.flatMap((property) =>
          property.type === 'Property' && property.value.type === 'Identifier' ? [property.value.name] : [],
        )
      : parameter.type === 'Identifier'
        ? [parameter.name]
        : [];
  const isOfElement = (side: Node): boolean => {
    const { root } = dottedName(side);
    return root.type === 'Identifier' && names.includes(root.name);
  };
  const left = body.left as Node;
  if (isOfElement(left)) return isOfElement(body.right) ? undefined : body.right;
  return isOfElement(body.right) ? left : undefined;
}

function isSamePlace(place: Node, other: Node): boolean {
  const a = unwrap(place);
  const b = unwrap(other);
  if (a.type === 'Identifier') return b.type === 'Identifier' && a.name === b.name;
  if (a.type === 'ThisExpression') return b.type === 'ThisExpression';
  if (a.type !== 'MemberExpression' || b.type !== 'MemberExpression') return false;
  const name = propertyName(a);
  return name !== undefined && name === propertyName(b) && isSamePlace(a.object, b.object);
}
