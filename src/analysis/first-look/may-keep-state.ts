/**
 * Question: can this file keep state at all, so that handlers, calls and origins are worth asking for?
 *
 *     const client = new S3Client({});           // nothing is ever changed: no
 *     const seen = new Set<string>();            // `seen.add(id)` in a function: yes
 *
 * Most files change nothing that outlives an invocation. They are told apart by ESLint's scopes alone, before anything else is computed:
 * from each name that may stand for something shared (a module binding, a class, a variable that a closure made at load captures, a
 * global, a member of an import) the value is followed to what is done with it. Shared values are few, so this costs little; only where
 * one is handed to a function of the file, or returned by one, are all local names looked at too.
 *
 * The answer may be yes for nothing; it is no only where `findCells` would find nothing that a verdict can rest on. So the names of
 * methods below are a superset of those that `cells` and `concerns` take for changes, and the ways by which an alias is followed a
 * superset of those of `uses.ts`.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  calleeText,
  GLOBAL_OBJECTS,
  isFunction,
  isTransparent,
  outermost,
  propertyName,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import type { FirstLook } from './first-look.js';
import { mayChangeThis } from './may-change-this.js';
import { changesReceiver, givesElement, givesText, SAME_VALUE_FUNCTION } from './method-names.js';
import { ROUTER_PARAMETER } from '../platforms/index.js';
import { SETTER } from '../setters.js';

type Scope = TSESLint.Scope.Scope;
type Variable = TSESLint.Scope.Variable;

/** Methods that only arrays have: an imported value that gets them is no client. */
const LIST_CHANGE = /^(push|unshift|splice)$/;
const CHANGING_FUNCTION = /^(Object\.(assign|defineProperty|defineProperties)|Reflect\.\w+)$/;
const GLOBAL_FUNCTION_ROOT = /^(Object|Reflect|Array|Boolean|Number|String)$/;
/** Methods that give elements to their callback. */
const CALLBACK = /^(forEach|map|filter|find|findLast|findIndex|findLastIndex|some|every|flatMap|reduce|sort|toSorted)$/;
/** Calls that never return the callback that they are given. */
const KEEPS_CALLBACK =
  /^(map|forEach|filter|reduce|find|some|every|flatMap|sort|then|catch|finally|on|once|setTimeout|setInterval|get|post|put|patch|delete|all|route|listen)$/;
/** Packages whose apps get their routes in a function. */
const ROUTER_MODULE =
  /^(node:)?(express|fastify|fastify-plugin|hono|koa|elysia|polka|telegraf|grammy|probot|http|ws|socket\.io|@slack\/bolt|@koa\/router|@hapi\/hapi|itty-router|h3)$/;
const GLOBAL_PLACES = [...GLOBAL_OBJECTS, 'process', 'module', 'exports'];
/** Where a value goes from one of its names, and what the file knows of names. */
interface Flow {
  /** It is kept under further names. */
  alias(variables: readonly Variable[]): void;
  /** It is handed to what is called, or its elements to a callback. */
  passed(callee: Node): void;
  returned(): void;
  declaredBy(node: Node): readonly Variable[];
  variableNamed(identifier: TSESTree.Identifier): Variable | undefined;
}

export function mayKeepState(look: FirstLook): boolean {
  return new SharedValues(look).mayChange();
}

/** The values of one file that may outlive an invocation, followed from their names. Its parts are made when they are needed: most files need few. */
class SharedValues implements Flow {
  readonly #look: FirstLook;
  readonly #scopeManager: TSESLint.Scope.ScopeManager;
  readonly #moduleScope: Scope;
  /** Further names of shared values. The set grows while it is walked through. */
  #aliases: Set<Variable> | undefined;
  #loadCalled: Map<Scope, boolean> | undefined;
  #localChanges: LocalChanges | undefined;
  #importsRouter: boolean | undefined;
  /** Whether something shared leaves the names by which it is followed. */
  #isPassed = false;
  #isReturned = false;

  constructor(look: FirstLook) {
    this.#look = look;
    this.#scopeManager = look.scopeManager;
    this.#moduleScope = look.moduleScope;
  }

  mayChange(): boolean {
    if (this.#hasChangedBinding() || this.#isGlobalChanged() || this.#isLoadClosureChanged(this.#moduleScope)) return true;
    if (this.#aliases)
      for (const alias of this.#aliases)
        if (alias.references.some((reference) => reference.isRead() && this.#isChanged(reference.identifier as Node))) return true;
    if (this.#isPassed && this.#changes().parameter) return true;
    if ((this.#isPassed || this.#isReturned) && this.#changes().result) return true;
    return mayChangeThis(this.#look, () => this.#changes());
  }

  alias(variables: readonly Variable[]): void {
    this.#aliases ??= new Set();
    for (const variable of variables) this.#aliases.add(variable);
  }

  passed(callee: Node): void {
    if (!this.#isFromHere(callee) || isTextMethod(callee)) return;
    const fn = isFunction(callee) ? callee : this.#functionNamed(callee);
    if (fn) this.alias(this.declaredBy(fn));
    else this.#isPassed = true;
  }

  returned(): void {
    this.#isReturned = true;
  }

  declaredBy(node: Node): readonly Variable[] {
    return this.#scopeManager.getDeclaredVariables(node);
  }

  variableNamed(identifier: TSESTree.Identifier): Variable | undefined {
    return lookUp(identifier.name, this.#scopeManager, identifier);
  }

  /** Whether what is called comes from this file, and not from an import or a global: only then its parameters are followed. */
  #isFromHere(callee: Node): boolean {
    let root = rootOf(callee);
    while (root.type === 'CallExpression') root = rootOf(root.callee);
    if (root.type !== 'Identifier') return true;
    const variable = this.#moduleScope.set.get(root.name);
    return variable
      ? (variable.defs[0]?.type as string | undefined) !== 'ImportBinding'
      : this.#look.globalReferences(root.name).length === 0;
  }

  /** The function of the module that a name stands for, and for nothing else. */
  #functionNamed(callee: Node): FunctionNode | undefined {
    const name = unwrap(callee);
    const variable = name.type === 'Identifier' ? this.#moduleScope.set.get(name.name) : undefined;
    if (variable?.defs.length !== 1 || variable !== this.variableNamed(name as TSESTree.Identifier)) return undefined;
    const definition = variable.defs[0]!.node as Node;
    if (isFunction(definition)) return definition;
    const value =
      definition.type === 'VariableDeclarator' && definition.parent.kind === 'const' && definition.init
        ? unwrap(definition.init)
        : undefined;
    return isFunction(value) ? value : undefined;
  }

  #changes(): LocalChanges {
    return (this.#localChanges ??= findLocalChanges(this.#scopeManager, this.#moduleScope));
  }

  /** Module bindings, those of blocks at the top, and classes. */
  #hasChangedBinding(): boolean {
    for (const variable of this.#moduleScope.variables) if (this.#isModuleVariableChanged(variable)) return true;
    for (const scope of this.#scopeManager.scopes) {
      switch (scope.type as string) {
        case 'tsModule':
          // State of TypeScript namespaces is rare: it is worth no questions of its own.
          return true;
        case 'class':
          if (scope.variables.some((variable) => this.#isChangedInFunction(variable))) return true;
          break;
        default:
          if (
            scope.variableScope === this.#moduleScope &&
            scope !== this.#moduleScope &&
            scope.variables.some((variable) => this.#isModuleVariableChanged(variable))
          )
            return true;
      }
    }
    return false;
  }

  #isGlobalChanged(): boolean {
    return GLOBAL_PLACES.some((name) =>
      this.#look
        .globalReferences(name)
        .some(
          (reference) =>
            this.#isInFunction(reference.from) && isGlobalPlace(reference.identifier) && this.#isChanged(reference.identifier as Node),
        ),
    );
  }

  #isInFunction(scope: Scope): boolean {
    return scope.variableScope !== this.#moduleScope;
  }

  #isModuleVariableChanged(variable: Variable): boolean {
    const definition = variable.defs[0];
    if (!definition || variable.references.length === 0) return false;
    switch (definition.type as string) {
      case 'ImportBinding':
        return this.#isImportChangedBy(variable);
      case 'ClassName':
        return this.#isChangedInFunction(variable);
      case 'Variable': {
        const { init } = definition.node as TSESTree.VariableDeclarator;
        if (!init) return this.#isChangedInFunction(variable);
        const value = unwrap(init);
        if (value.type === 'CallExpression' && calleeText(value) === 'require')
          return this.#isWrittenInFunction(variable) || this.#isImportChangedBy(variable);
        // Nobody changes a function or a text, but a `let` can be written.
        if (isFunction(value)) return this.#isWrittenInFunction(variable) || this.#isChangedByProperty(variable);
        if (value.type === 'Literal') return this.#isWrittenInFunction(variable);
        for (const { identifier, from } of variable.references) if (!this.#isInFunction(from)) this.#giveAway(identifier as Node);
        return this.#isChangedInFunction(variable);
      }
      case 'FunctionName':
        return this.#isChangedByProperty(variable);
      default:
        return false;
    }
  }

  /** `claim.taken.add(id)`: of a function only its properties are places. */
  #isChangedByProperty({ references }: Variable): boolean {
    return references.some(({ identifier, from }) => {
      const { parent } = identifier as Node;
      return (
        parent?.type === 'MemberExpression' &&
        parent.object === identifier &&
        this.#isInFunction(from) &&
        this.#isChanged(identifier as Node)
      );
    });
  }

  /** `const isNew = makeGuard(seen)` in load code: what is called may keep it, and change it later. */
  #giveAway(identifier: Node): void {
    const { parent } = outermost(identifier);
    if ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee !== identifier) this.passed(parent.callee);
  }

  #isImportChangedBy({ references }: Variable): boolean {
    for (const { identifier } of references) if (isImportChanged(identifier as Node)) return true;
    return false;
  }

  #isWrittenInFunction({ references }: Variable): boolean {
    return references.some((reference) => reference.isWrite() && !reference.init && this.#isInFunction(reference.from));
  }

  #isChangedInFunction({ references }: Variable): boolean {
    return references.some(
      (reference) =>
        this.#isInFunction(reference.from) &&
        ((reference.isWrite() && !reference.init) || (reference.isRead() && this.#isChanged(reference.identifier as Node))),
    );
  }

  /** Whether the value of a name is surely changed where the name stands; where else it goes is noted. */
  #isChanged(identifier: Node): boolean {
    return changeFrom(identifier, this) !== 'no';
  }

  /**
   * Only variables of a function that may run while the module loads outlive an invocation, by the closures that capture them. Nothing
   * within a function that load code does not call is called by it.
   */
  #isLoadClosureChanged(outer: Scope): boolean {
    for (const scope of outer.childScopes) {
      // No function within: nothing captures.
      if (scope.childScopes.length === 0) continue;
      if (scope.type === 'function' && isFunction(scope.block as Node)) {
        if (this.#mayBeCalledAtLoad(scope) && (this.#isCaptureChanged(scope, scope) || this.#isLoadClosureChanged(scope))) return true;
      } else if (this.#isLoadClosureChanged(scope)) {
        return true;
      }
    }
    return false;
  }

  /** Looks at the variables of a function, and of its blocks. */
  #isCaptureChanged(scope: Scope, home: Scope): boolean {
    if (
      scope.variables.some(
        (variable) => (variable.defs[0]?.type as string | undefined) === 'Variable' && this.#isChangedOutside(variable, home),
      )
    )
      return true;
    return scope.childScopes.some((child) => child.variableScope === home && this.#isCaptureChanged(child, home));
  }

  #isChangedOutside({ references }: Variable, home: Scope): boolean {
    const { generator } = home.block as FunctionNode;
    return references.some(
      (reference) =>
        !reference.init &&
        (reference.from.variableScope !== home || generator) &&
        (reference.isWrite() || this.#isChanged(reference.identifier as Node)),
    );
  }

  /** Calls are found by their callee's name: a function that no load code names, directly or through others, is not called by it. */
  #mayBeCalledAtLoad(home: Scope): boolean {
    const known = this.#loadCalled?.get(home);
    if (known !== undefined) return known;
    this.#loadCalled ??= new Map();
    this.#loadCalled.set(home, false);
    const fn = home.block as FunctionNode;
    const isCalled =
      this.#mayLoadCodeReach(home.upper!.variableScope) &&
      (this.#isNamedOrPassedBack(fn) || this.#mayDeclareRoutes(fn) || this.#returnsFunction(fn));
    this.#loadCalled.set(home, isCalled);
    return isCalled;
  }

  #mayLoadCodeReach(home: Scope): boolean {
    return home === this.#moduleScope || home.type !== 'function' || !isFunction(home.block as Node) || this.#mayBeCalledAtLoad(home);
  }

  /** A function that adds routes to an app that it makes or is given runs once, and its variables live on in them. */
  #mayDeclareRoutes(fn: FunctionNode): boolean {
    const first = fn.params[0];
    if (first?.type === 'Identifier' && ROUTER_PARAMETER.test(first.name)) return true;
    this.#importsRouter ??= this.#look.modules.some((module) => ROUTER_MODULE.test(module));
    return this.#importsRouter && this.#scopeManager.acquire(fn)?.upper === this.#moduleScope;
  }

  /** A maker of middleware is called by the files that import it, while they load. */
  #returnsFunction({ body }: FunctionNode): boolean {
    if (body.type !== 'BlockStatement') return isFunction(unwrap(body));
    return body.body.some((statement) => {
      const value = statement.type === 'ReturnStatement' && statement.argument ? unwrap(statement.argument) : undefined;
      if (value?.type !== 'Identifier') return isFunction(value);
      const definition = this.variableNamed(value)?.defs[0]?.node as Node | undefined;
      return (
        isFunction(definition) ||
        (definition?.type === 'VariableDeclarator' && definition.init !== null && isFunction(unwrap(definition.init)))
      );
    });
  }

  #isNamedOrPassedBack(value: Node): boolean {
    if (value.type === 'FunctionDeclaration')
      return value.id !== null && this.declaredBy(value).some((variable) => this.#isUsedAtLoad(variable));
    const node = outermost(value);
    const parent = node.parent;
    switch (parent?.type) {
      case 'VariableDeclarator':
        return parent.id.type !== 'Identifier' || this.declaredBy(parent).some((variable) => this.#isUsedAtLoad(variable));
      case 'CallExpression': {
        if (parent.callee === node) return true;
        const callee = unwrap(parent.callee);
        const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
        return !(name !== undefined && KEEPS_CALLBACK.test(name)) && this.#isNamedOrPassedBack(parent);
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

  #isUsedAtLoad({ references }: Variable): boolean {
    return references.some((reference) => {
      if (reference.init || (reference as { isTypeReference?: boolean }).isTypeReference) return false;
      const parent = (reference.identifier as Node).parent;
      if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return false;
      return this.#mayLoadCodeReach(reference.from.variableScope);
    });
  }
}

/** `roles.includes(role)` */
function isTextMethod(callee: Node): boolean {
  const method = unwrap(callee);
  const name = method.type === 'MemberExpression' ? propertyName(method) : undefined;
  return name !== undefined && givesText(name);
}

/** Climbs from a name to what is done with its value. */
function changeFrom(start: Node, flow: Flow): 'no' | 'itself' | 'its result' {
  let node = outermost(start);
  let isMember = false;
  let isResult = false;
  for (let parent = node.parent; parent; parent = node.parent) {
    switch (parent.type) {
      case 'MemberExpression':
        if (parent.object !== node) return 'no';
        isMember = true;
        break;
      case 'CallExpression':
        if (parent.callee === node) {
          const name = isMember && node.type === 'MemberExpression' ? propertyName(node) : undefined;
          if (name !== undefined && (changesReceiver(name) || SETTER.test(name))) return isResult ? 'its result' : 'itself';
          if (name !== undefined && givesText(name)) return 'no';
          if (name !== undefined && parent.arguments[0] && isFunction(parent.arguments[0]) && CALLBACK.test(name))
            flow.passed(parent.arguments[0]);
          if (name === undefined || !givesElement(name)) isResult = true;
        } else {
          const text = globalFunctionOf(parent);
          if (text !== undefined && CHANGING_FUNCTION.test(text) && parent.arguments[0] === node) return isResult ? 'its result' : 'itself';
          if (text === undefined || !SAME_VALUE_FUNCTION.test(text)) {
            flow.passed(parent.callee);
            return 'no';
          }
        }
        break;
      case 'NewExpression':
        if (parent.callee !== node) flow.passed(parent.callee);
        return 'no';
      case 'VariableDeclarator':
        if (parent.init === node) flow.alias(flow.declaredBy(parent));
        return 'no';
      case 'AssignmentExpression': {
        if (parent.left === node) {
          if (isMember) return isResult ? 'its result' : 'itself';
          break;
        }
        const variable = parent.left.type === 'Identifier' ? flow.variableNamed(parent.left) : undefined;
        if (variable) flow.alias([variable]);
        break;
      }
      // `function take(id, store = seen)`
      case 'AssignmentPattern':
        return parent.right === node ? 'itself' : 'no';
      case 'UpdateExpression':
        return isMember ? 'itself' : 'no';
      case 'UnaryExpression':
        return parent.operator === 'delete' ? 'itself' : 'no';
      case 'ConditionalExpression':
        if (parent.test === node) return 'no';
        break;
      case 'AwaitExpression':
      case 'SequenceExpression':
      case 'LogicalExpression':
        break;
      case 'ForOfStatement':
      case 'ForInStatement':
        if (parent.left === node) return 'itself';
        if (parent.right === node && parent.left.type === 'VariableDeclaration') flow.alias(flow.declaredBy(parent.left.declarations[0]));
        return 'no';
      case 'ReturnStatement':
        flow.returned();
        return 'no';
      case 'ArrowFunctionExpression':
        if (parent.body === node) flow.returned();
        return 'no';
      default:
        return 'no';
    }
    node = outermost(parent);
  }
  return 'no';
}

export interface LocalChanges {
  /** A part of some parameter is changed. */
  readonly parameter: boolean;
  /** A part of what some call gave is changed. */
  readonly result: boolean;
  /** A part of an alias of `this` may be changed. */
  readonly alias: boolean;
}

/** What is changed under local names, whatever it may stand for. */
function findLocalChanges(scopeManager: TSESLint.Scope.ScopeManager, moduleScope: Scope): LocalChanges {
  const found = { parameter: false, result: false, alias: false };
  const nowhere: Flow = { alias: () => {}, passed: () => {}, returned: () => {}, declaredBy: () => [], variableNamed: () => undefined };
  for (const scope of scopeManager.scopes) {
    if (scope === moduleScope) continue;
    for (const reference of scope.references) {
      const change = reference.isRead() ? changeFrom(reference.identifier as Node, nowhere) : 'no';
      if (change === 'no') continue;
      // What imports and globals give is nothing of this file's.
      if (change === 'its result')
        found.result ||= reference.resolved !== null && (reference.resolved.defs[0]?.type as string | undefined) !== 'ImportBinding';
      if (found.parameter && found.result) return { ...found, alias: true };
      if (change !== 'itself') continue;
      const definition = reference.resolved?.defs[0];
      if ((definition?.type as string | undefined) === 'Parameter') found.parameter = true;
      else if ((definition?.type as string | undefined) === 'Variable' && !isFresh((definition!.node as TSESTree.VariableDeclarator).init))
        return { parameter: true, result: true, alias: true };
    }
  }
  return found;
}

/** A value that nobody else has yet. */
function isFresh(init: Node | null): boolean {
  if (!init) return false;
  const value = unwrap(init);
  return (
    value.type === 'ObjectExpression' ||
    value.type === 'ArrayExpression' ||
    value.type === 'NewExpression' ||
    value.type === 'Literal' ||
    value.type === 'TemplateLiteral'
  );
}

/** `Object.assign` of a call of it; `undefined` for functions that are no part of the language. */
function globalFunctionOf(call: CallNode): string | undefined {
  const root = rootOf(call.callee);
  return root.type === 'Identifier' && GLOBAL_FUNCTION_ROOT.test(root.name) ? calleeText(call) : undefined;
}

function rootOf(callee: Node): Node {
  let root = unwrap(callee);
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  return root;
}

function lookUp(name: string, scopeManager: TSESLint.Scope.ScopeManager, at: Node): Variable | undefined {
  let scope: Scope | null = null;
  for (let node: Node | undefined = at; node && !scope; node = node.parent) scope = scopeManager.acquire(node, true);
  for (; scope; scope = scope.upper) {
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
  // Nearly all imports are called, or stand in markup.
  if (identifier.parent?.type === 'CallExpression' && identifier.parent.callee === identifier) return false;
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
      if (parent.callee === node) {
        const last = isMember ? unwrap(node) : undefined;
        const name = last?.type === 'MemberExpression' ? propertyName(last) : undefined;
        return name !== undefined && (SETTER.test(name) || LIST_CHANGE.test(name));
      }
      return CHANGING_FUNCTION.test(globalFunctionOf(parent) ?? '');
    }
    default:
      return false;
  }
}
