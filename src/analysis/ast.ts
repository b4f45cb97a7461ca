/**
 * Small questions about single syntax nodes. Everything else in the analysis is built on these.
 */
import type { TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;
export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** Names of the object that holds the globals. */
export const GLOBAL_OBJECTS: readonly string[] = ['globalThis', 'global', 'self'];

/** A function with a body: overloads and abstract methods run nothing, and some parsers give them no body. */
export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    (node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression' || node?.type === 'FunctionDeclaration') &&
    (node.body as Node | null | undefined) != null
  );
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}

/** Wrappers that leave the value as it is: type assertions, `!`, optional chains, and Babel's kept parentheses. */
export function isTransparent(node: Node): boolean {
  switch (node.type as string) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TypeCastExpression':
      return true;
    default:
      return false;
  }
}

/** The expression below its transparent wrappers: `(x as T)!` → `x`. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (isTransparent(inner)) inner = (inner as TSESTree.TSAsExpression).expression;
  return inner;
}

/** The outermost node that still stands for the same value: `x` in `(x as T)!` → the whole. */
export function outermost(node: Node): Node {
  let outer = node;
  while (outer.parent && isTransparent(outer.parent)) outer = outer.parent;
  return outer;
}

/** The name of a property where it is written down: `a.b`, `a['b']`, `a.#b` → `b`, `b`, `#b`. */
export function propertyName(node: TSESTree.MemberExpression): string | undefined {
  if (node.computed) return literalKey(node.property);
  return keyText(node.property);
}

/** The name of a key in an object literal, class body or pattern, where it is written down. */
export function keyName(node: { key: Node; computed?: boolean | undefined }): string | undefined {
  if (node.computed) return literalKey(node.key);
  return keyText(node.key) ?? literalKey(node.key);
}

/** The key under which an object pattern takes a name: `a` for `b` of `{ a: b = 1 }`. */
export function keyInPattern(pattern: Node, name: Node): string | undefined {
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (target === name) return keyName(property);
  }
  return undefined;
}

/** The name by which a module exports something: `{ a as b }`, `{ 'a-b' as c }`. */
export function exportName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function keyText(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if ((key.type as string) === 'PrivateName') return `#${(key as unknown as { id: { name: string } }).id.name}`;
  return undefined;
}

function literalKey(key: Node): string | undefined {
  if (key.type === 'Literal') return String(key.value);
  if ((key.type as string) === 'StringLiteral') return (key as unknown as { value: string }).value;
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The text of a string literal or of a template without expressions. */
export function stringValue(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  if (inner.type === 'Literal') return typeof inner.value === 'string' ? inner.value : undefined;
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 0) return inner.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

export interface DottedName {
  /** The innermost object: an identifier, `this`, or any other expression. */
  readonly root: Node;
  /** Property names from the root outwards; `undefined` for a computed one. */
  readonly path: readonly (string | undefined)[];
}

/** Takes `a.b.c` apart: root `a`, path `['b', 'c']`. */
export function dottedName(node: Node): DottedName {
  const path: (string | undefined)[] = [];
  let root = unwrap(node);
  while (root.type === 'MemberExpression') {
    path.push(propertyName(root));
    root = unwrap(root.object);
  }
  return { root, path: path.reverse() };
}

/** `console.log` of `console.log(x)`, `this.logger.info` of a method call; `undefined` where a part is computed. */
export function calleeText(call: CallNode): string | undefined {
  const { root, path } = dottedName(call.callee);
  if (path.includes(undefined)) return undefined;
  if (root.type === 'Identifier') return [root.name, ...path].join('.');
  if (root.type === 'ThisExpression') return ['this', ...path].join('.');
  return path.length > 0 ? ['', ...path].join('.') : undefined;
}

/** The last name of a callee: `get` of `a.b.get()`, `load` of `load()`. */
export function calleeName(call: CallNode): string | undefined {
  let callee = unwrap(call.callee);
  // `(0, child_process.spawn)(…)`, as compilers write a call of an import.
  if (callee.type === 'SequenceExpression') callee = unwrap(callee.expressions.at(-1)!);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
}

/** `load().catch(report)`: what the call gives is a promise of what it is called on. */
export function isPromiseMethod(name: string | undefined): boolean {
  return name === 'then' || name === 'catch' || name === 'finally';
}

/** `load().catch(report)` of `load()`: the call that goes on with its promise. */
export function linkAbove(call: CallNode): TSESTree.CallExpression | undefined {
  const member = outermost(call).parent;
  if (member?.type !== 'MemberExpression' || unwrap(member.object) !== call) return undefined;
  const link = outermost(member).parent;
  return link?.type === 'CallExpression' && isPromiseMethod(calleeName(link)) ? link : undefined;
}

/** `load().then(tell).catch(report)` of `load()`; the call itself where nothing goes on with it. */
export function endOfChain<Call extends CallNode>(call: Call): Call | TSESTree.CallExpression {
  let end: Call | TSESTree.CallExpression = call;
  for (let link = linkAbove(end); link; link = linkAbove(end)) end = link;
  return end;
}

export function isAwaited(node: Node): boolean {
  return outermost(node).parent?.type === 'AwaitExpression';
}

/** `(resolve) => { … }` of `new Promise((resolve) => { … })`. */
export function isPromiseExecutor(fn: Node): boolean {
  const made = outermost(fn).parent;
  return made?.type === 'NewExpression' && calleeText(made) === 'Promise';
}

/** The object a method is called on. */
export function receiverOf(call: CallNode): Node | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
}

/** The value of a property in an object literal. */
export function propertyValue(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== 'ObjectExpression') return undefined;
  for (const property of object.properties) {
    if (property.type === 'Property' && keyName(property) === name) return unwrap(property.value);
  }
  return undefined;
}

export function isNullish(node: Node | null | undefined): boolean {
  if (!node) return true;
  const inner = unwrap(node);
  return (
    (inner.type === 'Literal' && inner.value === null && !('regex' in inner) && !('bigint' in inner)) ||
    (inner.type as string) === 'NullLiteral' ||
    (inner.type === 'Identifier' && inner.name === 'undefined') ||
    (inner.type === 'UnaryExpression' && inner.operator === 'void')
  );
}

/** `true`, `!0`; `false`, `!1`. */
export function booleanValue(node: Node | null | undefined): boolean | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  if (inner.type === 'Literal' && typeof inner.value === 'boolean') return inner.value;
  if (inner.type === 'UnaryExpression' && inner.operator === '!' && inner.argument.type === 'Literal') return !inner.argument.value;
  return undefined;
}

export function numberValue(node: Node | null | undefined): number | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  if (inner.type === 'Literal' && typeof inner.value === 'number') return inner.value;
  if (inner.type === 'UnaryExpression' && inner.operator === '-') {
    const value = numberValue(inner.argument);
    return value === undefined ? undefined : -value;
  }
  return undefined;
}

/** Children of a node in source order, types left out: they hold no values. */
export function childrenOf(node: Node, visitorKeys: Readonly<Record<string, readonly string[] | undefined>>): Node[] {
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    if (key === 'typeAnnotation' || key === 'typeParameters' || key === 'typeArguments' || key === 'returnType' || key === 'implements')
      continue;
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) {
      for (const item of value as (Node | null)[]) if (item) children.push(item);
    } else if (value && typeof (value as Node).type === 'string') {
      children.push(value as Node);
    }
  }
  return children;
}

/** Visits a node and all below it; a visitor that answers `false` keeps out of that node. */
export function walkSyntax(
  node: Node,
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>,
  visit: (node: Node) => boolean | void,
): void {
  const pending: Node[] = [node];
  for (let current = pending.pop(); current; current = pending.pop()) {
    if (visit(current) === false) continue;
    pending.push(...childrenOf(current, visitorKeys).reverse());
  }
}

/** `class Import { rows = new Rows(); }`: the class whose every instance has what a field is made with. */
export function classOfField(node: Node): ClassNode | undefined {
  for (let current = node.parent; current && !isClass(current); current = current.parent) {
    if (current.type === 'PropertyDefinition') return current.static ? undefined : current.parent.parent;
  }
  return undefined;
}

/** Whether a node stands where `this` is the class itself. */
export function isInStaticMember(node: Node, owner: ClassNode): boolean {
  for (let current: Node | undefined = node; current && current !== owner; current = current.parent) {
    if (current.parent === owner.body)
      return (
        current.type === 'StaticBlock' || ((current.type === 'MethodDefinition' || current.type === 'PropertyDefinition') && current.static)
      );
  }
  return false;
}
