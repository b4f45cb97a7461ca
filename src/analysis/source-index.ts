/**
 * Question: which functions, classes, calls and exports does this file have, and who encloses whom?
 *
 * Everything is read from ESLint's scopes and their references, so that the cost grows with the number of names used, not with the
 * number of nodes. Only class bodies and objects with methods are walked, because `this` is not a name.
 *
 * Knowingly missed: calls on the result of an immediately created object that is never named (`new Worker().run()` is seen,
 * `makeWorkers()[0].run()` is not), and code in `eval` or `with`.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  childrenOf,
  exportName,
  isClass,
  isFunction,
  isTransparent,
  keyName,
  outermost,
  unwrap,
  type CallNode,
  type ClassNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import { findModuleScope, type FirstLook } from './first-look/first-look.js';
import { hasPlaceWithin } from './first-look/may-change-this.js';

export type Scope = TSESLint.Scope.Scope;
export type Variable = TSESLint.Scope.Variable;
export type Reference = TSESLint.Scope.Reference;

/** A place where something is called. `from` is the calling function, `null` for load code. */
export interface CallSite {
  readonly node: CallNode;
  readonly from: FunctionNode | null;
}

/** One exported value: `export const handler = …`, `exports.handler = …`, `export default …`. */
export interface Export {
  readonly name: string;
  readonly value: Node;
}

export interface SourceIndex {
  readonly ast: TSESTree.Program;
  readonly text: string;
  readonly filename: string;
  /** Names of all modules that the file loads as values. */
  readonly modules: readonly string[];
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  readonly moduleScope: Scope;
  /** Variables of the module and of the TypeScript namespaces in it. */
  readonly moduleVariables: readonly Variable[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  readonly calls: readonly CallSite[];
  readonly exports: readonly Export[];
  /** References to names that no scope of the file declares: `process`, `globalThis`, `fetch`. */
  readonly globals: ReadonlyMap<string, readonly Reference[]>;
  /** `this` expressions that mean the given class, constructor function or object with methods. */
  readonly thisUses: ReadonlyMap<Node, readonly TSESTree.ThisExpression[]>;
  /** What a `this` expression means: a class, a constructor function, or an object with methods. */
  readonly ownerOfThis: ReadonlyMap<Node, Node>;
  readonly functionOf: (node: Node) => FunctionNode | null;
  readonly variableOf: (identifier: Node) => Variable | undefined;
  readonly isModuleLevel: (variable: Variable) => boolean;
  readonly functionScope: (fn: FunctionNode) => Scope | undefined;
  /** The names of a class: the one outside, and the one that its own body sees. */
  readonly variablesOfClass: (node: ClassNode) => readonly Variable[];
}

export function indexSource(look: FirstLook, filename: string): SourceIndex {
  const { sourceCode } = look;
  const scopeManager = sourceCode.scopeManager!;
  const visitorKeys = sourceCode.visitorKeys as SourceIndex['visitorKeys'];
  const functions: FunctionNode[] = [];
  const functionScopes = new Map<FunctionNode, Scope>();
  const classes: ClassNode[] = [];
  const variables = new Map<Node, Variable>();
  const globals = new Map<string, Reference[]>();
  /** Names that no scope declares: nobody needs to look for their declaration again. */
  const undeclared = new Set<Node>();
  const calls: CallSite[] = [];
  const seenCalls = new Set<Node>();
  const enclosing = new Map<Node, FunctionNode | null>();
  const moduleScope = findModuleScope(scopeManager);

  const functionOf = (node: Node): FunctionNode | null => {
    const passed: Node[] = [];
    let result: FunctionNode | null = null;
    let current: Node | undefined = node.parent;
    while (current) {
      const known = enclosing.get(current);
      if (known !== undefined) {
        result = known;
        break;
      }
      if (isFunction(current)) {
        result = current;
        break;
      }
      passed.push(current);
      current = current.parent;
    }
    for (const step of passed) enclosing.set(step, result);
    return result;
  };

  /** The function around a reference: scopes know it without a climb through the syntax. */
  const holders = new Map<Scope, FunctionNode | null>();
  const holderOf = (scope: Scope): FunctionNode | null => {
    let found = holders.get(scope);
    if (found === undefined) {
      found =
        scope.type === 'function' && isFunction(scope.block as Node)
          ? (scope.block as FunctionNode)
          : scope.upper
            ? holderOf(scope.upper)
            : null;
      holders.set(scope, found);
    }
    return found;
  };

  const addCallsAround = (start: Node, from: FunctionNode | null): void => {
    let current = start;
    for (;;) {
      const parent = current.parent;
      if (!parent) return;
      if (isTransparent(parent) || parent.type === 'AwaitExpression' || (parent.type === 'MemberExpression' && parent.object === current)) {
        current = parent;
      } else if ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee === current) {
        if (seenCalls.has(parent)) return;
        seenCalls.add(parent);
        calls.push({ node: parent, from });
        current = parent;
      } else {
        return;
      }
    }
  };

  for (const scope of scopeManager.scopes) {
    if (scope.type === 'function' && isFunction(scope.block as Node)) {
      functions.push(scope.block as FunctionNode);
      functionScopes.set(scope.block as FunctionNode, scope);
    }
    if (scope.type === 'class') classes.push(scope.block as ClassNode);
    for (const reference of scope.references) {
      const identifier = reference.identifier as Node;
      if (reference.resolved && reference.resolved.defs.length > 0) {
        variables.set(identifier, reference.resolved);
      } else if (identifier.type === 'Identifier') {
        undeclared.add(identifier);
        const known = globals.get(identifier.name);
        if (known) known.push(reference);
        else globals.set(identifier.name, [reference]);
      }
      if (!reference.isWriteOnly()) addCallsAround(identifier, holderOf(scope));
    }
  }

  const thisUses = new Map<Node, TSESTree.ThisExpression[]>();
  const owners = new Map<Node, Node>();
  const collectThis = (owner: Node, node: Node): void => {
    const pending: Node[] = [node];
    for (let current = pending.pop(); current; current = pending.pop()) {
      if (current.type === 'ThisExpression') {
        const uses = thisUses.get(owner);
        if (uses) uses.push(current);
        else thisUses.set(owner, [current]);
        owners.set(current, owner);
        addCallsAround(current, functionOf(current));
        continue;
      }
      for (const child of childrenOf(current, visitorKeys)) {
        // A nested `function` and a nested class have a `this` of their own.
        if (child.type === 'FunctionDeclaration' || isClass(child)) continue;
        if (child.type === 'FunctionExpression' && child.parent?.type !== 'MethodDefinition' && child.parent !== node) continue;
        pending.push(child);
      }
    }
  };
  const mentionsThis = createMentions(sourceCode.text, /\bthis\b/g);
  for (const node of classes) if (mentionsThis(node.body)) collectThis(node, node.body);
  for (const node of functions) {
    const owner = ownerOfPlainFunction(node);
    if (owner && mentionsThis(node.body)) collectThis(owner, node.body);
  }
  // Calls that hang on literals, templates, `import()` or `new` results carry no name: they are found from their arguments' side only.

  return {
    ast: sourceCode.ast,
    text: sourceCode.text,
    filename,
    get modules() {
      return look.modules;
    },
    visitorKeys,
    moduleScope,
    moduleVariables: [
      moduleScope,
      ...scopeManager.scopes.filter((scope) => isBlockOf(scope, moduleScope) || isNamespaceOf(scope, moduleScope)),
    ].flatMap((scope) => scope.variables),
    functions,
    classes,
    calls,
    exports: findExports(sourceCode.ast, globals, functionOf),
    globals,
    thisUses,
    ownerOfThis: owners,
    functionOf,
    variableOf: (identifier) =>
      variables.get(identifier) ?? (undeclared.has(identifier) ? undefined : declaredBy(identifier, scopeManager)),
    functionScope: (fn) => functionScopes.get(fn),
    variablesOfClass: (node) => [...scopeManager.getDeclaredVariables(node), ...boundTo(node, scopeManager)],
    isModuleLevel: (variable) =>
      variable.scope === moduleScope || isBlockOf(variable.scope, moduleScope) || isNamespaceOf(variable.scope, moduleScope),
  };
}

/** `{ const seen = new Set(); exports.handler = … }`, `if (process.env.LIMIT) { … }`: a block of load code runs once. */
function isBlockOf(scope: Scope, moduleScope: Scope): boolean {
  return BLOCK.test(scope.type) && scope.variableScope === moduleScope;
}

const BLOCK = /^(block|for|switch|catch)$/;

/** `namespace Once { const keys = {}; … }` at the top of the module lives as long as the module. */
function isNamespaceOf(scope: Scope, moduleScope: Scope): boolean {
  return (
    (scope.type as string) === 'tsModule' &&
    scope.upper !== null &&
    (scope.upper === moduleScope || isNamespaceOf(scope.upper, moduleScope))
  );
}

/** Tells by the text alone which parts of it a word stands in: most functions have no `this`, and need not be walked. */
function createMentions(text: string, word: RegExp): (node: Node) => boolean {
  const places = [...text.matchAll(word)].map(({ index }) => index);
  return ({ range }) => hasPlaceWithin(places, range);
}

/** `const Store = class { … }`: the variable that a class expression is bound to. */
function boundTo(node: ClassNode, scopeManager: TSESLint.Scope.ScopeManager): readonly Variable[] {
  return node.parent.type === 'VariableDeclarator' && node.parent.init === node ? scopeManager.getDeclaredVariables(node.parent) : [];
}

const ENDS_DECLARATION = /Statement$|(?<!Variable)Declaration$|^Program$/;

/** `b` of `a.b`, and the key of `{ b: c }`: no scope declares it. */
function isPropertyName(identifier: TSESTree.Identifier): boolean {
  const { parent } = identifier;
  if (parent.type === 'MemberExpression') return parent.property === identifier && !parent.computed;
  return parent.type === 'Property' && parent.key === identifier && parent.value !== identifier && !parent.shorthand && !parent.computed;
}

/** A variable by the identifier in its own declaration, where no reference stands. */
function declaredBy(identifier: Node, scopeManager: TSESLint.Scope.ScopeManager): Variable | undefined {
  if (identifier.type !== 'Identifier' || isPropertyName(identifier)) return undefined;
  for (let node: Node | undefined = identifier.parent; node; node = node.parent) {
    const declared = scopeManager.getDeclaredVariables(node).find((variable) => variable.identifiers.includes(identifier));
    if (declared) return declared;
    if (ENDS_DECLARATION.test(node.type)) return undefined;
  }
  return undefined;
}

/**
 * The owner of `this` in a plain function: the object literal whose method it is, the constructor function itself, or the
 * constructor function whose prototype it is put on.
 */
function ownerOfPlainFunction(node: FunctionNode): Node | undefined {
  if (node.type === 'ArrowFunctionExpression') return undefined;
  const parent = node.parent;
  if (parent?.type === 'Property' && parent.value === node && parent.parent?.type === 'ObjectExpression') return parent.parent;
  if (parent?.type === 'MethodDefinition') return undefined;
  return node;
}

function findExports(
  ast: TSESTree.Program,
  globals: ReadonlyMap<string, readonly Reference[]>,
  functionOf: (node: Node) => FunctionNode | null,
): Export[] {
  const found: Export[] = [];
  for (const statement of ast.body) {
    if (statement.type === 'ExportDefaultDeclaration') {
      found.push({ name: 'default', value: statement.declaration });
    } else if (statement.type === 'ExportNamedDeclaration' && !statement.source) {
      const declaration = statement.declaration;
      if (declaration?.type === 'VariableDeclaration') {
        for (const { id, init } of declaration.declarations) {
          if (id.type === 'Identifier') found.push({ name: id.name, value: init ?? id });
          else if (id.type === 'ObjectPattern' && init) {
            for (const property of id.properties) {
              if (property.type === 'Property' && property.value.type === 'Identifier')
                found.push({ name: property.value.name, value: property.value });
            }
          }
        }
      } else if ((declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') && declaration.id) {
        found.push({ name: declaration.id.name, value: declaration });
      }
      for (const specifier of statement.specifiers) {
        found.push({ name: exportName(specifier.exported), value: specifier.local });
      }
    } else if ((statement.type as string) === 'TSExportAssignment') {
      found.push({ name: 'default', value: (statement as unknown as { expression: Node }).expression });
    }
  }
  for (const base of ['module', 'exports']) {
    for (const { identifier } of globals.get(base) ?? []) {
      const exported = commonJsExport(identifier as Node, base);
      if (exported && functionOf(exported.value) === null) found.push(...exportedMembers(exported));
    }
  }
  return found;
}

/** `module.exports = v`, `module.exports.name = v`, `exports.name = v`, `exports['name'] = v`. */
function commonJsExport(identifier: Node, base: string): Export | undefined {
  let target: Node = identifier;
  if (base === 'module') {
    const parent = target.parent;
    if (
      parent?.type !== 'MemberExpression' ||
      parent.object !== target ||
      keyName({ key: parent.property, computed: parent.computed }) !== 'exports'
    )
      return undefined;
    target = parent;
  }
  let name = 'default';
  const member = target.parent;
  if (member?.type === 'MemberExpression' && member.object === target) {
    name = keyName({ key: member.property, computed: member.computed }) ?? 'default';
    target = member;
  }
  const assignment = outermost(target).parent;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== target) return undefined;
  let value = assignment.right;
  while (value.type === 'AssignmentExpression') value = value.right;
  return base === 'exports' && name === 'default' ? undefined : { name, value };
}

function exportedMembers(exported: Export): Export[] {
  const value = unwrap(exported.value);
  if (exported.name !== 'default' || value.type !== 'ObjectExpression') return [exported];
  const members: Export[] = [exported];
  for (const property of value.properties) {
    if (property.type !== 'Property') continue;
    const name = keyName(property);
    if (name) members.push({ name, value: property.value });
  }
  return members;
}
