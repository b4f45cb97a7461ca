/**
 * Question: may a class of which an instance may live on, an object with methods, or a constructor function change what is its own?
 *
 * `this` is no name and has no references, so that the text after it is looked at. The statements of a constructor fill a new instance.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import { isClass, isFunction, outermost, type ClassNode, type Node } from '../ast.js';
import { SETTER } from '../setters.js';
import type { FirstLook } from './first-look.js';
import type { LocalChanges } from './may-keep-state.js';
import { changesReceiver, givesElement } from './method-names.js';

type ScopeManager = TSESLint.Scope.ScopeManager;

/** `this` where it may be an expression: comments and texts say `this email`. */
const THIS = /\bthis\b(?!\s+(?!as\b|in\b|instanceof\b|satisfies\b)[\w$])/g;
/** Members after `this`, or after the bracket of `(this as T)`. */
const MEMBERS = /(?:\s*!?\s*(?:\??\.\s*#?[\w$]+|(?:\?\.)?\[[^[\]]*\]))*\s*!?\s*/y;
const WRITTEN = /(?:=(?![=>])|\+\+|--|(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])=)/y;
const CALLED = /(?:\?\.)?\(|</y;
const WRITTEN_BEFORE = /(?:\bdelete|\+\+|--)\s*$/;
const TIMES = /\b(?:Date\.now|performance\.now|new Date)\b/;
/** `if (this.sending) return;`, `if (this.open.has(id)) { log(id); return; }` */
const TURNS_AWAY = /\bif\s*\(\s*this\.[\w$#.]+(?:\.has\([^()]*\))?\s*\)\s*\{?\s*(?:[^;{}]*;\s*)?(?:return|throw)\b/;
const NO_VALUE_OF_ITS_OWN = /^(?:ExportSpecifier|ExportDefaultDeclaration)$/;

export function mayChangeThis({ text, scopeManager }: FirstLook, localChanges: () => LocalChanges): boolean {
  const places = Array.from(text.matchAll(THIS), ({ index }) => index);
  if (places.length === 0) return false;
  const owners = ownersOfThis(scopeManager);
  const mayOwn = (owner: Node): boolean => (isClass(owner) ? mayLiveOn(owner, scopeManager) : hasPlaceWithin(places, owner.range));
  // A class that is only exported is made by others: what tells its role are times of earlier calls, and calls that are turned away.
  if (!owners.some(mayOwn) && !((TIMES.test(text) || (text.includes('await') && TURNS_AWAY.test(text))) && owners.some(isClass)))
    return false;
  const filling = new Set<number>();
  for (const owner of owners) if (isClass(owner)) collectFilling(owner, filling);
  let isReadEnough: boolean | undefined;
  return places.some((place) => {
    if (filling.has(place)) return false;
    if (WRITTEN_BEFORE.test(text.slice(Math.max(0, place - 10), place))) return true;
    MEMBERS.lastIndex = place + 4;
    const members = MEMBERS.exec(text)![0];
    const end = place + 4 + members.length;
    const name = /([\w$]+)\s*!?\s*$/.exec(members)?.[1];
    if (name === undefined && !/\]\s*!?\s*$/.test(members)) return true;
    WRITTEN.lastIndex = end;
    if (WRITTEN.test(text)) return true;
    CALLED.lastIndex = end;
    if (CALLED.test(text) && name !== undefined && (changesReceiver(name) || SETTER.test(name) || givesElement(name))) return true;
    return (isReadEnough ??= isAnyChanged(localChanges()));
  });
}

function isAnyChanged({ parameter, result, alias }: LocalChanges): boolean {
  return parameter || result || alias;
}

/** What `this` may mean: classes, and functions that are neither arrows nor methods of classes. */
function ownersOfThis(scopeManager: ScopeManager): Node[] {
  const owners: Node[] = [];
  for (const { type, block } of scopeManager.scopes) {
    const node = block as Node;
    if (type === 'class' && isClass(node)) owners.push(node);
    else if (type === 'function' && isFunction(node) && node.type !== 'ArrowFunctionExpression' && node.parent?.type !== 'MethodDefinition')
      owners.push(node);
  }
  return owners;
}

function collectFilling(node: ClassNode, filling: Set<number>): void {
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor' || !member.value.body) continue;
    for (const statement of member.value.body.body) {
      if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
      const { left } = statement.expression;
      if (left.type === 'MemberExpression' && left.object.type === 'ThisExpression') filling.add(left.range[0]);
    }
  }
}

/** A class that is named as a value, decorated, or has static members; an unnamed one may be anything. */
function mayLiveOn(node: ClassNode, scopeManager: TSESLint.Scope.ScopeManager): boolean {
  if (node.decorators?.length > 0) return true;
  if (node.body.body.some((member) => member.type === 'StaticBlock' || ('static' in member && member.static))) return true;
  if (scopeManager.getDeclaredVariables(node).some(isUsedAsValue)) return true;
  if (node.type === 'ClassDeclaration') return false;
  const parent = outermost(node).parent;
  if (parent?.type === 'VariableDeclarator') return scopeManager.getDeclaredVariables(parent).some(isUsedAsValue);
  return !NO_VALUE_OF_ITS_OWN.test(parent?.type ?? '');
}

/** Whether one of the places, given in order, lies within a range of the text. */
export function hasPlaceWithin(places: readonly number[], [start, end]: readonly [number, number]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low]! < end;
}

function isUsedAsValue(variable: TSESLint.Scope.Variable): boolean {
  return variable.references.some((reference) => {
    if (reference.init || (reference as { isTypeReference?: boolean }).isTypeReference) return false;
    const { parent } = reference.identifier as Node;
    return !NO_VALUE_OF_ITS_OWN.test(parent?.type ?? '') && !(parent?.type === 'BinaryExpression' && parent.operator === 'instanceof');
  });
}
