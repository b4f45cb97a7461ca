/**
 * Question: can this file keep state at all, so that handlers, calls and origins are worth asking for?
 *
 *     const client = new S3Client({});           // nothing is ever changed: no
 *     const seen = new Set<string>();            // `seen.add(id)` in a function: yes
 *
 * Most files change nothing that outlives an invocation. They are told apart by ESLint's scopes and references alone, before anything
 * else is computed. A change counts where the name at its root may stand for something shared: a module binding, a class, a variable
 * that another function captures, a global, a member of an import, or `this`; or where it is a local name that may be an alias of such.
 *
 * The answer may be yes for nothing; it is no only where `findCells` would find nothing that a verdict can rest on. So the names of
 * methods below are a superset of those that `cells/` and `concerns/` take for changes, and the ways by which an alias is followed
 * a superset of those of `uses.ts`.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calleeText, dottedName, isClass, isFunction, isTransparent, outermost, propertyName, unwrap, type CallNode, type ClassNode, type FunctionNode, type Node } from './ast.js';
import { SETTER } from './setters.js';

type Scope = TSESLint.Scope.Scope;
type Variable = TSESLint.Scope.Variable;
type Reference = TSESLint.Scope.Reference;

/** Methods that change what they are called on. */
const CHANGE = /^(set|add|push|unshift|append|getOrInsert\w*|delete|clear|pop|shift|splice|fill|sort|reverse|copyWithin|update|next|abort)$/;
/** Methods that only arrays have: an imported value that gets them is no client. */
const LIST_CHANGE = /^(push|unshift|splice)$/;
const CHANGING_FUNCTION = /^(Object\.(assign|defineProperty|defineProperties)|Reflect\.\w+)$/;
/** Methods whose result may be an element, or the same elements again. */
const ELEMENT = /^(get|find|findLast|at|pop|shift|values|entries|getOrInsert\w*|filter|slice|concat|toSorted|toReversed|toSpliced|flat|then|catch|finally)$/;
const SAME_VALUE_FUNCTION = /^(Object\.(values|entries|assign)|Array\.from|Boolean|Number|String)$/;
/** Methods that give elements to their callback. */
const CALLBACK = /^(forEach|map|filter|find|findLast|findIndex|findLastIndex|some|every|flatMap|reduce|sort|toSorted)$/;
/** Calls that never return the callback that they are given. */
const KEEPS_CALLBACK = /^(map|forEach|filter|reduce|find|some|every|flatMap|sort|then|catch|finally|on|once|setTimeout|setInterval|get|post|put|patch|delete|all|route|listen)$/;
const GLOBAL_OBJECT = /^(globalThis|global|self|process|module|exports)$/;

/** What is done with a value at one of its names. */
type Use =
  | 'changed'
  /** A part of what a call with or of the value gave is changed. */
  | 'result changed'
  /** Handed to a function of this file, or its elements to a callback. */
  | 'passed'
  | 'returned'
  | 'nothing';

/** What a name stands for, as far as sharing goes. */
type Sharing = 'shared' | 'import' | 'local' | 'nothing';

export function mayKeepState(sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  const scopeManager = sourceCode.scopeManager!;
  const moduleScope = findModuleScope(scopeManager);
  const loadCalled = new Map<Node, boolean>();
  const asked = new Set<Variable>();
  /** Ways by which a shared value may reach a change under another name, and whether there is something at their other end. */
  const changed = { parameter: false, result: false, this: false };
  const given = { passed: false, returned: false };
  let declared: Set<string> | undefined;

  for (const scope of scopeManager.scopes) {
    // State of TypeScript namespaces is rare: it is worth no questions of its own.
    if ((scope.type as string) === 'tsModule') return true;
    for (const reference of scope.references) {
      if (isShared(reference)) return true;
    }
  }
  if (changed.parameter && given.passed) return true;
  if (changed.result && (given.returned || given.passed)) return true;
  return mayChangeThis(sourceCode, scopeManager, changed);

  /** Whether something shared is surely changed here; whatever else the reference says is noted. */
  function isShared(reference: Reference): boolean {
    const identifier = reference.identifier as Node;
    const sharing = sharingOf(reference);
    if (sharing === 'nothing' && identifier.parent?.type !== 'CallExpression') return false;
    const isInFunction = reference.from.variableScope !== moduleScope;
    if (reference.isWrite()) {
      if (sharing === 'shared' && isInFunction && !reference.init) return true;
      if (!reference.isRead()) return false;
    }
    if (sharing === 'import') return isImportChanged(identifier);
    if (!isInFunction) return false;
    // `function take(id, store = seen)`
    if (sharing === 'shared' && identifier.parent?.type === 'AssignmentPattern' && identifier.parent.right === identifier) return true;
    const use = useOf(identifier);
    switch (use) {
      case 'changed':
        if (sharing === 'shared') return true;
        return sharing === 'local' && isOfShared(reference.resolved!, 6);
      case 'result changed':
        changed.result = true;
        if (sharing === 'shared') given.passed = true;
        return false;
      case 'passed':
        if (sharing === 'shared') given.passed = true;
        return false;
      case 'returned':
        if (sharing === 'shared') given.returned = true;
        return false;
      default:
        return false;
    }
  }

  function sharingOf(reference: Reference): Sharing {
    const variable = reference.resolved;
    const definition = variable?.defs[0];
    if (!variable || !definition) {
      const { identifier } = reference;
      return identifier.type === 'Identifier' && GLOBAL_OBJECT.test(identifier.name) && isGlobalPlace(identifier) ? 'shared' : 'nothing';
    }
    return sharingOfVariable(variable, reference.from);
  }

  function sharingOfVariable(variable: Variable, from: Scope): Sharing {
    const definition = variable.defs[0]!;
    switch (definition.type as string) {
      case 'ImportBinding':
        return 'import';
      case 'ClassName':
        return 'shared';
      case 'Parameter':
        return 'local';
      case 'Variable':
        break;
      default:
        return 'nothing';
    }
    const { init } = definition.node as TSESTree.VariableDeclarator;
    if (variable.scope === moduleScope) {
      if (!init) return 'shared';
      const value = unwrap(init);
      if (isFunction(value)) return 'nothing';
      return value.type === 'CallExpression' && calleeText(value) === 'require' ? 'import' : 'shared';
    }
    const home = variable.scope.variableScope;
    if (home.type !== 'function' || !isFunction(home.block as Node)) return 'local';
    const fn = home.block as FunctionNode;
    const isCaptured = from.variableScope !== home || fn.generator;
    return isCaptured && mayBeCalledAtLoad(fn) ? 'shared' : 'local';
  }

  /** Calls are found by their callee's name: a function that nobody names here has no caller here. */
  function mayBeCalledAtLoad(fn: FunctionNode): boolean {
    let known = loadCalled.get(fn);
    if (known === undefined) {
      known = isNamedOrPassedBack(fn);
      loadCalled.set(fn, known);
    }
    return known;
  }

  function isNamedOrPassedBack(value: Node): boolean {
    if (value.type === 'FunctionDeclaration') return value.id !== null && scopeManager.getDeclaredVariables(value).some(isUsedAsValue);
    const node = outermost(value);
    const parent = node.parent;
    switch (parent?.type) {
      case 'VariableDeclarator':
        return parent.id.type !== 'Identifier' || scopeManager.getDeclaredVariables(parent).some(isUsedAsValue);
      case 'CallExpression': {
        if (parent.callee === node) return true;
        const callee = unwrap(parent.callee);
        const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
        return !(name !== undefined && KEEPS_CALLBACK.test(name)) && isNamedOrPassedBack(parent);
      }
      case 'NewExpression':
        return parent.callee === node;
      case 'ExportDefaultDeclaration':
      case 'ExpressionStatement':
      case undefined:
        return false;
      default:
        return true;
    }
  }

  function useOf(start: Node): Use {
    let node = outermost(start);
    let isMember = false;
    let isResult = false;
    let isGivenToCallback = false;
    const change = (): Use => (isResult ? 'result changed' : 'changed');
    const nothing = (): Use => (isGivenToCallback ? 'passed' : 'nothing');
    for (let parent = node.parent; parent; parent = node.parent) {
      switch (parent.type) {
        case 'MemberExpression':
          if (parent.object !== node) return nothing();
          isMember = true;
          break;
        case 'CallExpression':
        case 'NewExpression': {
          if (parent.callee === node) {
            if (parent.type === 'NewExpression') return nothing();
            const name = isMember && node.type === 'MemberExpression' ? propertyName(node) : undefined;
            if (name !== undefined && (CHANGE.test(name) || SETTER.test(name))) return change();
            if (name !== undefined && CALLBACK.test(name) && parent.arguments[0] && isFunction(parent.arguments[0])) isGivenToCallback = true;
            if (name === undefined || !ELEMENT.test(name)) isResult = true;
          } else {
            const text = calleeText(parent);
            if (text !== undefined && CHANGING_FUNCTION.test(text) && parent.arguments[0] === node) return change();
            if (text === undefined || !SAME_VALUE_FUNCTION.test(text)) {
              if (!isLocalCallee(parent)) return nothing();
              return 'passed';
            }
          }
          break;
        }
        case 'AssignmentExpression':
          if (parent.left === node && isMember) return change();
          break;
        case 'UpdateExpression':
          return isMember ? change() : nothing();
        case 'UnaryExpression':
          return parent.operator === 'delete' ? change() : nothing();
        case 'ConditionalExpression':
          if (parent.test === node) return nothing();
          break;
        case 'AwaitExpression':
        case 'SequenceExpression':
        case 'LogicalExpression':
          break;
        case 'ForOfStatement':
        case 'ForInStatement':
          return parent.left === node ? change() : nothing();
        case 'ReturnStatement':
          return 'returned';
        case 'ArrowFunctionExpression':
          return parent.body === node ? 'returned' : nothing();
        default:
          return nothing();
      }
      node = outermost(parent);
    }
    return nothing();
  }

  /** Whether a called name is declared in this file other than by an import: only then its parameters are followed. */
  function isLocalCallee(call: CallNode): boolean {
    const { root } = dottedName(call.callee);
    if (root.type !== 'Identifier') return true;
    if (!declared) {
      declared = new Set();
      for (const { variables } of scopeManager.scopes) {
        for (const { name, defs } of variables) if (defs.length > 0 && (defs[0]!.type as string) !== 'ImportBinding') declared.add(name);
      }
    }
    return declared.has(root.name);
  }

  /** A local name is changed: may what it stands for be shared? */
  function isOfShared(variable: Variable, depth: number): boolean {
    if (asked.has(variable)) return false;
    asked.add(variable);
    const definition = variable.defs[0];
    if (!definition) return false;
    if ((definition.type as string) === 'Parameter') {
      changed.parameter = true;
    } else if ((definition.type as string) === 'Variable') {
      const declarator = definition.node as TSESTree.VariableDeclarator;
      const loop = declarator.parent?.parent;
      const init = declarator.init ?? (loop?.type === 'ForOfStatement' && loop.left === declarator.parent ? loop.right : undefined);
      if (init && isSharedValue(init, variable.scope, depth)) return true;
    }
    return variable.references.some((reference) => reference.isWrite() && !reference.init && reference.writeExpr && isSharedValue(reference.writeExpr as Node, reference.from, depth));
  }

  function isSharedValue(expression: Node, scope: Scope, depth: number): boolean {
    const value = unwrap(expression);
    if (depth === 0) return true;
    switch (value.type) {
      case 'Identifier': {
        const variable = lookUp(value.name, scope);
        if (!variable || variable.defs.length === 0) return GLOBAL_OBJECT.test(value.name);
        const sharing = sharingOfVariable(variable, scope);
        return sharing === 'shared' || (sharing === 'local' && isOfShared(variable, depth - 1));
      }
      case 'MemberExpression':
        return isSharedValue(value.object, scope, depth);
      case 'CallExpression': {
        const callee = unwrap(value.callee);
        const name = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
        const [first] = value.arguments;
        if (first && first.type !== 'SpreadElement' && SAME_VALUE_FUNCTION.test(calleeText(value) ?? '')) return isSharedValue(first, scope, depth);
        if (isLocalCallee(value)) changed.result = true;
        return callee.type === 'MemberExpression' && name !== undefined && ELEMENT.test(name) && isSharedValue(callee.object, scope, depth);
      }
      case 'AwaitExpression':
        return isSharedValue(value.argument, scope, depth);
      case 'ConditionalExpression':
        return isSharedValue(value.consequent, scope, depth) || isSharedValue(value.alternate, scope, depth);
      case 'LogicalExpression':
        return isSharedValue(value.left, scope, depth) || isSharedValue(value.right, scope, depth);
      case 'AssignmentExpression':
        return isSharedValue(value.left, scope, depth) || isSharedValue(value.right, scope, depth);
      case 'SequenceExpression':
        return isSharedValue(value.expressions.at(-1)!, scope, depth);
      case 'ThisExpression':
        changed.this = true;
        return false;
      default:
        return false;
    }
  }
}

function findModuleScope(scopeManager: TSESLint.Scope.ScopeManager): Scope {
  const scope = scopeManager.scopes[0]!;
  const inner = scope.childScopes[0];
  return inner && inner.block === scope.block && (inner.type === 'module' || inner.type === 'function') ? inner : scope;
}

function lookUp(name: string, from: Scope): Variable | undefined {
  for (let scope: Scope | null = from; scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable) return variable;
  }
  return undefined;
}

/** Of `process` only the environment is a place, of `module` only the exports. */
function isGlobalPlace(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): boolean {
  const member = identifier.name === 'process' ? 'env' : identifier.name === 'module' ? 'exports' : undefined;
  if (member === undefined) return true;
  const parent = outermost(identifier as Node).parent;
  return parent?.type === 'MemberExpression' && propertyName(parent) === member;
}

/** A member of an import is written, or gets a setter or a method of lists. */
function isImportChanged(identifier: Node): boolean {
  let node = identifier;
  let isMember = false;
  let parent = node.parent;
  while (parent && ((parent.type === 'MemberExpression' && parent.object === node) || isTransparent(parent))) {
    if (parent.type === 'MemberExpression') isMember = true;
    node = parent;
    parent = node.parent;
  }
  switch (parent?.type) {
    case 'AssignmentExpression':
      return isMember && parent.left === node;
    case 'UpdateExpression':
      return isMember;
    case 'UnaryExpression':
      return isMember && parent.operator === 'delete';
    case 'CallExpression': {
      if (CHANGING_FUNCTION.test(calleeText(parent) ?? '')) return true;
      const last = isMember && parent.callee === node ? unwrap(node) : undefined;
      const name = last?.type === 'MemberExpression' ? propertyName(last) : undefined;
      return name !== undefined && (SETTER.test(name) || LIST_CHANGE.test(name));
    }
    default:
      return false;
  }
}

function isUsedAsValue(variable: Variable): boolean {
  return variable.references.some((reference) => {
    if (reference.init || (reference as { isTypeReference?: boolean }).isTypeReference) return false;
    const parent = (reference.identifier as Node).parent;
    return parent?.type !== 'ExportSpecifier' && parent?.type !== 'ExportDefaultDeclaration';
  });
}

// ——— this ———

const THIS = /\bthis\b/g;
/** Members after `this`, or after the bracket of `(this as T)`. */
const MEMBERS = /(?:\s*!?\s*(?:\??\.\s*#?[\w$]+|(?:\?\.)?\[[^[\]]*\]))*\s*!?\s*/y;
const WRITTEN = /(?:=(?![=>])|\+\+|--|(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])=)/y;
const CALLED = /(?:\?\.)?\(|</y;
const WRITTEN_BEFORE = /(?:\bdelete|\+\+|--)\s*$/;
const NO_VALUE_OF_ITS_OWN = /^(?:ExportSpecifier|ExportDefaultDeclaration)$/;

/**
 * Whether a class of which an instance may live on, an object with methods, or a constructor function changes what is its own. `this` is
 * no name and has no references, so that the text after it is looked at; the statements of a constructor fill a new instance.
 */
function mayChangeThis(sourceCode: Readonly<TSESLint.SourceCode>, scopeManager: TSESLint.Scope.ScopeManager, changed: { readonly parameter: boolean; readonly result: boolean; readonly this: boolean }): boolean {
  const { text } = sourceCode;
  const places = [...text.matchAll(THIS)].map(({ index }) => index);
  if (places.length === 0) return false;
  const filling = new Set<number>();
  let isOwned = false;
  for (const scope of scopeManager.scopes) {
    const block = scope.block as Node;
    if (scope.type === 'class' && isClass(block)) {
      collectFilling(block, filling);
      isOwned ||= mayLiveOn(block, scopeManager);
    } else if (!isOwned && scope.type === 'function' && isFunction(block) && block.type !== 'ArrowFunctionExpression' && block.parent?.type !== 'MethodDefinition') {
      isOwned = hasPlaceWithin(places, block.range);
    }
  }
  if (!isOwned) return false;
  const isReadEnough = changed.parameter || changed.result || changed.this;
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
    if (CALLED.test(text) && name !== undefined && (CHANGE.test(name) || SETTER.test(name) || ELEMENT.test(name))) return true;
    return isReadEnough;
  });
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

function hasPlaceWithin(places: readonly number[], [start, end]: readonly [number, number]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low]! < end;
}
