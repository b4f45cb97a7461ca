/**
 * Question: which places outlive one invocation, and what does the code do with each?
 *
 *     const seen = new Set();                  // cell `seen`
 *     const state = { importing: false };      // cell `state.importing`
 *     class Poller { #sinceId; … }             // cell `#sinceId`, where an instance lives as long as the module
 *     const next = (() => { let last = 0; … }) // cell `last`, captured by a closure made at load
 *
 * Cells are found at module bindings, properties of module-level object literals, static fields, fields of module-lived instances,
 * variables captured by closures of factories that load code calls, `globalThis`, `process.env`, and members of imported objects.
 *
 * Knowingly missed: state of an instance or closure that another module makes from an exported class or factory.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { FileAnalysis } from './index.js';
import { calleeText, isClass, isFunction, isNullish, keyName, outermost, propertyName, unwrap, type ClassNode, type FunctionNode, type Node } from './ast.js';
import { typeName } from './handlers.js';
import type { Scope, Variable } from './source-index.js';
import { SETTER } from './setters.js';
import { createUseCollector, symbolName, type Path, type ReadKind, type Use, type UseCollector } from './uses.js';

export type Container =
  | 'map'
  | 'set'
  | 'array'
  /** A plain object used under computed keys, or merged into. */
  | 'object'
  | 'scalar'
  /** `Headers`, `URLSearchParams`, `FormData`. */
  | 'headers'
  /** A store of Svelte or nanostores: `writable({})`. */
  | 'reactive'
  | 'weak'
  /** A client or another object that manages itself. */
  | 'instance'
  | 'unknown';

export type CellKind = 'binding' | 'property' | 'static field' | 'instance field' | 'closure variable' | 'global' | 'environment' | 'imported member';

export type AccessKind =
  /** The whole content is replaced. */
  | 'assign'
  | 'update'
  /** An element is set or added. */
  | 'put'
  /** A part of an element, or a named part of the content, is written. */
  | 'change'
  | 'remove'
  /** Elements are taken out and handed on: `shift`, `splice`. */
  | 'take'
  | 'clear'
  | 'reorder'
  | 'has'
  | 'get'
  | 'size'
  | 'iterate'
  | 'read'
  /** A method of an object that manages itself. */
  | 'call';

export interface Access {
  readonly kind: AccessKind;
  /** The expression that stands for the place. */
  readonly node: Node;
  /** The whole operation: the call, the assignment, the `delete`. */
  readonly site: Node;
  readonly fn: FunctionNode | null;
  readonly key?: Node | undefined;
  readonly value?: Node | undefined;
  readonly method?: string | undefined;
  readonly operator?: string | undefined;
  /** For `update`: the constant amount, `undefined` where it is not a constant. */
  readonly delta?: number | undefined;
  /** For reads: what the value is used for. */
  readonly how?: ReadKind | undefined;
  /** 0 for the cell's own content, 1 for an element, 2 for a part of an element. */
  readonly depth: number;
  /** Whether the element is the object that was put, under its own name. */
  readonly isStored: boolean;
  /** Whether the operation goes to an element under a computed key. */
  readonly isKeyed: boolean;
  /** The last named part below the cell, `status` of `jobs.get(id).status`. */
  readonly field?: string | undefined;
}

export interface Cell {
  readonly kind: CellKind;
  /** As messages call it: `seen`, `state.importing`, `#sinceId`, `process.env.LOCALE`. */
  readonly name: string;
  /** Where a report stands. */
  readonly node: Node;
  readonly init: Node | undefined;
  readonly container: Container;
  readonly accesses: readonly Access[];
  /** The binding that a named part of an object literal belongs to. */
  readonly whole: { readonly name: string; readonly node: Node } | undefined;
  /** What cells of one state have in common: the class, the factory, the object or the module. */
  readonly owner: Node;
  readonly isExported: boolean;
}

const COLLECTION: Readonly<Record<string, Container>> = {
  Map: 'map', Set: 'set', WeakMap: 'weak', WeakSet: 'weak', WeakRef: 'weak', Array: 'array', Object: 'object', Headers: 'headers', URLSearchParams: 'headers', FormData: 'headers',
  Date: 'scalar', Error: 'scalar', Uint8Array: 'scalar', Int32Array: 'array', Uint32Array: 'array', BigInt64Array: 'array', Promise: 'scalar', RegExp: 'weak', AsyncLocalStorage: 'weak', AbortController: 'instance',
};
const COLLECTION_TYPE: Readonly<Record<string, Container>> = {
  Map: 'map', ReadonlyMap: 'map', Set: 'set', ReadonlySet: 'set', WeakMap: 'weak', WeakSet: 'weak', Array: 'array', ReadonlyArray: 'array', Record: 'object', Partial: 'object', Headers: 'headers', URLSearchParams: 'headers',
};
const REACTIVE = /^(writable|atom|signal|ref|reactive|shallowRef|observable|createStore|createSignal|map)$/;
const REACTIVE_MODULE = /^(svelte\/store|nanostores|vue|@preact\/signals(-core)?|jotai|mobx|solid-js)$/;

export function findCells(analysis: FileAnalysis): Cell[] {
  const { source, reach } = analysis;
  const collector = createUseCollector(source, reach);
  const cells: Cell[] = [];
  addBindings(analysis, collector, cells);
  addClassFields(analysis, collector, cells);
  addClosureVariables(analysis, collector, cells);
  addGlobals(analysis, collector, cells);
  return cells;
}

interface Root {
  readonly kind: CellKind;
  readonly name: string;
  readonly node: Node;
  readonly init: Node | undefined;
  readonly type: TSESTree.TypeNode | undefined;
  readonly uses: readonly Use[];
  readonly whole?: Cell['whole'];
  readonly owner: Node;
  readonly isExported: boolean;
}

function addBindings(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source } = analysis;
  for (const variable of source.moduleVariables) {
    const definition = variable.defs[0];
    if (!definition || variable.references.length === 0) continue;
    const name = variable.name;
    if (definition.type === 'ImportBinding' || isRequired(definition.node as Node)) {
      if (hasMemberWrite(variable)) addImportedMembers(analysis, variable, collector, cells);
      continue;
    }
    if (definition.type !== 'Variable' || !isCandidate(analysis, variable)) continue;
    const declarator = definition.node as TSESTree.VariableDeclarator;
    const init = declarator.id === definition.name ? (declarator.init ?? undefined) : undefined;
    if (init && (isFunction(unwrap(init)) || isGlobalObject(unwrap(init)))) continue;
    // `const garden = { plants: {}, add(x) { this.plants[x.id] = x; } }`
    const own = init ? (source.thisUses.get(unwrap(init)) ?? []) : [];
    addRoot(analysis, cells, {
      kind: 'binding',
      name,
      node: definition.name as Node,
      init,
      type: (definition.name as TSESTree.Identifier).typeAnnotation?.typeAnnotation,
      uses: own.length > 0 ? [...collector.ofVariable(variable), ...collector.ofExpressions(own)] : collector.ofVariable(variable),
      owner: source.ast,
      isExported: source.exports.some((exported) => exported.value === init || (exported.value.type === 'Identifier' && source.variableOf(exported.value) === variable)),
    });
  }
}

function isGlobalObject(node: Node): boolean {
  return node.type === 'Identifier' && /^(globalThis|global|self)$/.test(node.name);
}

/** Only a binding that some function names can be changed by an invocation. */
function isCandidate(analysis: FileAnalysis, variable: Variable): boolean {
  if (variable.references.some((reference) => !reference.init && reference.from.variableScope !== analysis.source.moduleScope)) return true;
  const init = (variable.defs[0]?.node as TSESTree.VariableDeclarator | undefined)?.init;
  return init !== null && init !== undefined && analysis.source.thisUses.has(unwrap(init));
}

function isRequired(node: Node): boolean {
  if (node.type !== 'VariableDeclarator' || !node.init) return false;
  const init = unwrap(node.init);
  return init.type === 'CallExpression' && calleeText(init) === 'require';
}

function hasMemberWrite(variable: Variable): boolean {
  return variable.references.some((reference) => {
    let node = (reference.identifier as Node).parent;
    let isMember = false;
    while (node && (node.type === 'MemberExpression' || node.type === 'TSNonNullExpression' || node.type === 'TSAsExpression')) {
      isMember = true;
      node = node.parent;
    }
    if (node?.type === 'AssignmentExpression' || node?.type === 'UpdateExpression' || node?.type === 'UnaryExpression') return isMember;
    return node?.type === 'CallExpression' && (/^(Object\.(assign|defineProperty)|Reflect\.(set|deleteProperty))$/.test(calleeText(node) ?? '') || (isMember && (SETTER.test(lastName(node)) || (LIST_CHANGE.test(lastName(node)) && outermost(node).parent?.type !== 'AwaitExpression'))));
  });
}

/** Methods that only arrays have: an imported value that gets them is no client. */
const LIST_CHANGE = /^(push|unshift|splice)$/;

function lastName(call: TSESTree.CallExpression): string {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? (propertyName(callee) ?? '') : '';
}

/** Members of imported objects have no declaration here: each written member is a cell of its own, at its first write. */
function addImportedMembers(analysis: FileAnalysis, variable: Variable, collector: UseCollector, cells: Cell[]): void {
  const groups = new Map<string, Use[]>();
  const calls: Use[] = [];
  const whole: Use[] = [];
  for (const use of collector.ofVariable(variable)) {
    // What is awaited is asked of a client, whatever its methods are called.
    if (use.kind === 'method' && outermost(use.call).parent?.type === 'AwaitExpression' && LIST_CHANGE.test(use.name)) continue;
    if (use.kind === 'method' && !LIST_CHANGE.test(use.name)) calls.push(use);
    if (use.path.length === 0 && !(use.kind === 'method' && LIST_CHANGE.test(use.name))) {
      whole.push(use);
      continue;
    }
    const keyed = use.path.findIndex((step) => step.name === '*');
    const steps = keyed === -1 ? use.path : use.path.slice(0, keyed);
    const text = steps.map((step) => step.name).join('.');
    const group = groups.get(text) ?? [];
    groups.set(text, group);
    group.push(use);
  }
  for (const [text, uses] of groups) {
    const write = uses.find((use) => (use.kind !== 'read' && (use.kind !== 'method' || LIST_CHANGE.test(use.name))) && analysis.reach.isInvocation(use.fn));
    if (!write) continue;
    const isList = uses.some((use) => use.kind === 'method' && LIST_CHANGE.test(use.name));
    const depth = text === '' ? 0 : text.split('.').length;
    const container: Container = isList ? 'array' : uses.some((use) => use.path.length > depth && use.path[depth]!.name === '*') ? 'object' : 'scalar';
    const related = text === '' ? [...uses, ...whole] : uses;
    cells.push({
      kind: 'imported member',
      name: text === '' ? variable.name : `${variable.name}.${text}`,
      node: write.node,
      init: undefined,
      container,
      accesses: related.flatMap((use) => interpret(use, depth, container)),
      whole: undefined,
      owner: analysis.source.ast,
      isExported: false,
    });
  }
  if (calls.length > 0) {
    cells.push({ kind: 'imported member', name: variable.name, node: calls[0]!.node, init: undefined, container: 'instance', accesses: calls.flatMap((use) => interpret(use, 0, 'instance')), whole: undefined, owner: analysis.source.ast, isExported: false });
  }
}

function addClassFields(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source, handlers, values, reach } = analysis;
  const lived = moduleLivedClasses(analysis);
  for (const node of source.classes) {
    const maker = source.functionOf(node);
    // A class that a function makes lives on where load code calls the function: a mixin, a model factory.
    if (handlers.actorClasses.has(node) || (maker !== null && !(reach.isLoadCalled(maker) && livesOn(analysis, maker)))) continue;
    const staticNodes: Node[] = [];
    const instanceNodes: Node[] = [];
    for (const use of source.thisUses.get(node) ?? []) (isInStaticMember(use, node) ? staticNodes : instanceNodes).push(use);
    for (const variable of source.variablesOfClass(node)) for (const reference of variable.references) if (reference.isRead() && !isConstructed(reference.identifier as Node)) staticNodes.push(reference.identifier as Node);
    addFields(analysis, cells, node, collector.ofExpressions(staticNodes), true);
    if (lived.has(node)) addFields(analysis, cells, node, collector.ofExpressions([...instanceNodes, ...instanceReferences(analysis, node)]), false);
  }
  for (const fn of source.functions) {
    const uses = source.thisUses.get(fn);
    const prototype = values.prototypeOf(fn);
    if (!uses || (prototype.size === 0 && !lived.has(fn))) continue;
    if (!lived.has(fn)) continue;
    const nodes: Node[] = [...uses];
    for (const method of prototype.values()) nodes.push(...(source.thisUses.get(method) ?? []), ...(method.parent?.parent ? (source.thisUses.get(method.parent.parent) ?? []) : []));
    addConstructedFields(analysis, cells, fn, collector.ofExpressions([...nodes, ...instanceReferences(analysis, fn)]));
  }
}

function isInStaticMember(node: Node, owner: ClassNode): boolean {
  for (let current: Node | undefined = node; current && current !== owner; current = current.parent) {
    if (current.parent === owner.body) return current.type === 'StaticBlock' || ((current.type === 'MethodDefinition' || current.type === 'PropertyDefinition') && current.static);
  }
  return false;
}

function isConstructed(identifier: Node): boolean {
  return identifier.parent?.type === 'NewExpression' && identifier.parent.callee === identifier;
}

/** Classes and constructor functions of which one instance lives as long as the module, with the classes they extend. */
function moduleLivedClasses(analysis: FileAnalysis): Set<Node> {
  const { source, values, handlers } = analysis;
  const lived = new Set<Node>(handlers.singletonClasses);
  for (const { node, from } of source.calls) {
    if (node.type !== 'NewExpression') continue;
    if (from !== null && !isKept(analysis, node)) continue;
    for (const value of values.of(node)) if (value.kind === 'instance') lived.add(value.of);
  }
  for (const node of lived) {
    if (!isClass(node) || !node.superClass) continue;
    for (const value of values.of(node.superClass)) if (value.kind === 'class') lived.add(value.node);
  }
  return lived;
}

/** `instance ??= new Tracker()`, `Tracker.instance = new Tracker()`, `globalThis.x = new …`, or made by a factory that load code calls. */
function isKept(analysis: FileAnalysis, node: Node): boolean {
  const { source, reach } = analysis;
  let current = outermost(node);
  while (current.parent?.type === 'LogicalExpression' || current.parent?.type === 'ConditionalExpression') current = outermost(current.parent);
  const parent = current.parent;
  if (parent?.type === 'AssignmentExpression' && parent.right === current) {
    const left = unwrap(parent.left);
    if (left.type === 'Identifier') {
      const variable = source.variableOf(left);
      return variable !== undefined && source.isModuleLevel(variable);
    }
    if (left.type === 'MemberExpression') {
      const object = unwrap(left.object);
      if (object.type === 'ThisExpression') return isClass(source.ownerOfThis.get(object)) && isInStaticMember(object, source.ownerOfThis.get(object) as ClassNode);
      if (object.type !== 'Identifier') return false;
      const variable = source.variableOf(object);
      return variable ? source.isModuleLevel(variable) || variable.defs[0]?.type === 'ClassName' : object.name === 'globalThis' || object.name === 'global';
    }
    return false;
  }
  const fn = source.functionOf(node);
  if (parent?.type === 'CallExpression' && parent.arguments.includes(current as TSESTree.Expression)) {
    // `registry.set(name, new Breaker())` where the registry is a module binding
    const callee = unwrap(parent.callee);
    if (callee.type === 'MemberExpression') {
      const object = unwrap(callee.object);
      const variable = object.type === 'Identifier' ? source.variableOf(object) : undefined;
      if (variable && source.isModuleLevel(variable) && /^(set|add|push)$/.test(propertyName(callee) ?? '')) return true;
    }
  }
  return fn !== null && parent?.type === 'ReturnStatement' && reach.callersOf(fn).some((site) => site.from === null) && reach.isLoadCalled(fn);
}

/** Expressions that stand for the module-lived instance: names of variables that hold it. */
function instanceReferences(analysis: FileAnalysis, owner: Node): Node[] {
  const { source, values } = analysis;
  const found: Node[] = [];
  for (const variable of source.moduleVariables) {
    const declarator = variable.defs[0]?.node as Node | undefined;
    if (declarator?.type !== 'VariableDeclarator' || !declarator.init) continue;
    if (!values.of(declarator.init).some((value) => value.kind === 'instance' && value.of === owner)) continue;
    for (const reference of variable.references) if (reference.isRead()) found.push(reference.identifier as Node);
  }
  return found;
}

function addFields(analysis: FileAnalysis, cells: Cell[], node: ClassNode, uses: readonly Use[], isStatic: boolean): void {
  const groups = groupByFirstStep(uses);
  const accessors = new Map<FunctionNode, string>();
  for (const member of node.body.body) {
    if (member.type === 'MethodDefinition' && (member.kind === 'get' || member.kind === 'set') && isFunction(member.value)) accessors.set(member.value, keyName(member) ?? '');
  }
  for (const [name, group] of groups) {
    const member = node.body.body.find((candidate) => candidate.type === 'PropertyDefinition' && candidate.static === isStatic && (keyName(candidate) ?? symbolName(analysis.source, candidate.key)) === name) as TSESTree.PropertyDefinition | undefined;
    const isMethod = node.body.body.some((candidate) => candidate.type === 'MethodDefinition' && keyName(candidate) === name);
    if (isMethod) continue;
    const constructed = isStatic ? undefined : constructorAssignment(node, name);
    const position = member?.value || !constructed ? member?.key : constructed.node;
    if (!position || (member?.value && isFunction(unwrap(member.value)))) continue;
    addRoot(analysis, cells, {
      kind: isStatic ? 'static field' : 'instance field',
      name,
      node: position,
      init: member?.value ?? constructed?.value,
      type: member?.typeAnnotation?.typeAnnotation,
      uses: throughAccessors(group, groups, accessors).map((use) => ({ ...use, path: use.path.slice(1), fn: !isStatic && isConstruction(analysis, use.fn, node) ? null : use.fn })),
      owner: node,
      isExported: false,
    });
  }
}

function isConstructorOf(fn: FunctionNode | null, node: ClassNode): boolean {
  const method = fn?.parent;
  return method?.type === 'MethodDefinition' && method.kind === 'constructor' && method.parent === node.body;
}

/** What a setter writes is written where the property is assigned; what a getter returns is read where the property is. */
function throughAccessors(uses: readonly Use[], groups: ReadonlyMap<string, readonly Use[]>, accessors: ReadonlyMap<FunctionNode, string>): Use[] {
  return uses.flatMap((use): readonly Use[] => {
    const property = use.fn ? accessors.get(use.fn) : undefined;
    const outside = property === undefined ? [] : (groups.get(property) ?? []).filter((other) => other.fn !== use.fn && other.path.length === 1);
    if (outside.length === 0) return [use];
    if (use.kind === 'write') return outside.flatMap((other) => (other.kind === 'write' ? [{ ...other, path: use.path }] : []));
    if (use.kind === 'read') return outside.flatMap((other) => (other.kind === 'read' ? [{ ...other, path: use.path }] : []));
    return [use];
  });
}

/** The constructor, or a method that only the constructor calls. */
function isConstruction(analysis: FileAnalysis, fn: FunctionNode | null, node: ClassNode, depth = 3): boolean {
  if (fn === null) return false;
  if (isConstructorOf(fn, node)) return true;
  if (depth === 0 || analysis.handlers.byFunction.has(fn)) return false;
  const callers = analysis.reach.callersOf(fn);
  return callers.length > 0 && callers.every((site) => isConstruction(analysis, site.from, node, depth - 1));
}

function constructorAssignment(node: ClassNode, name: string): { node: Node; value: Node } | undefined {
  const constructor = node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  const body = constructor?.type === 'MethodDefinition' ? constructor.value.body : undefined;
  return body ? thisAssignment(body.body, name) : undefined;
}

function thisAssignment(statements: readonly Node[], name: string): { node: Node; value: Node } | undefined {
  for (const statement of statements) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    const left = unwrap(statement.expression.left);
    if (left.type === 'MemberExpression' && unwrap(left.object).type === 'ThisExpression' && propertyName(left) === name) return { node: left, value: statement.expression.right };
  }
  return undefined;
}

function addConstructedFields(analysis: FileAnalysis, cells: Cell[], fn: FunctionNode, uses: readonly Use[]): void {
  if (fn.body.type !== 'BlockStatement') return;
  for (const [name, group] of groupByFirstStep(uses)) {
    const assigned = thisAssignment(fn.body.body, name);
    if (!assigned || isFunction(unwrap(assigned.value))) continue;
    addRoot(analysis, cells, {
      kind: 'instance field',
      name,
      node: assigned.node,
      init: assigned.value,
      type: undefined,
      uses: group.map((use) => ({ ...use, path: use.path.slice(1), fn: use.fn === fn ? null : use.fn })),
      owner: fn,
      isExported: false,
    });
  }
}

/** Variables of functions that load code calls once, captured by closures that live on. */
function addClosureVariables(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source, reach } = analysis;
  for (const fn of source.functions) {
    if (!reach.isLoadCalled(fn) || !livesOn(analysis, fn)) continue;
    const resumed = fn.generator ? resumedBy(analysis, fn) : undefined;
    for (const variable of variablesOf(source.functionScope(fn), fn.generator)) {
      const definition = variable.defs[0];
      if (definition?.type !== 'Variable') continue;
      const scope = variable.scope.variableScope;
      if (!resumed && !variable.references.some((reference) => !reference.init && reference.from.variableScope !== scope)) continue;
      const declarator = definition.node as TSESTree.VariableDeclarator;
      const init = declarator.id === definition.name ? (declarator.init ?? undefined) : undefined;
      if (init && isFunction(unwrap(init))) continue;
      addRoot(analysis, cells, {
        kind: 'closure variable',
        name: variable.name,
        node: definition.name as Node,
        init,
        type: (definition.name as TSESTree.Identifier).typeAnnotation?.typeAnnotation,
        uses: collector.ofVariable(variable).map((use) => (use.fn === fn ? { ...use, fn: resumed ?? null } : use)),
        owner: fn,
        isExported: false,
      });
    }
  }
}

/** A function that load code itself calls and that no invocation runs again. */
function livesOn(analysis: FileAnalysis, fn: FunctionNode): boolean {
  const { reach, handlers } = analysis;
  if (handlers.byFunction.get(fn)?.entry === 'platform') return false;
  return reach.callersOf(fn).some((site) => site.from === null || !reach.isInvocation(site.from));
}

/** The variables of a function; of a generator also those of its blocks, which wait in it between two `next()`. */
function variablesOf(scope: Scope | undefined, withBlocks: boolean): readonly Variable[] {
  if (!scope) return [];
  return withBlocks ? [...scope.variables, ...scope.childScopes.flatMap((child) => (child.type === 'function' ? [] : child.variables))] : scope.variables;
}

/** The invocation function that takes the next value of a generator that load code started. */
function resumedBy(analysis: FileAnalysis, fn: FunctionNode): FunctionNode | undefined {
  const { source, reach } = analysis;
  for (const { node: call } of reach.callersOf(fn)) {
    const declarator = outermost(call).parent;
    const variable = declarator?.type === 'VariableDeclarator' ? source.variableOf(declarator.id) : undefined;
    for (const reference of variable?.references ?? []) {
      const user = source.functionOf(reference.identifier as Node);
      if (user && reference.isRead() && reach.isInvocation(user)) return user;
    }
  }
  return undefined;
}

function addGlobals(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source, reach } = analysis;
  const objects = ['globalThis', 'global', 'self'].flatMap((name) => (source.globals.get(name) ?? []).map((reference) => reference.identifier as Node));
  addFirstWrites(groupByFirstStep(collector.ofExpressions(objects)), 'global', 'globalThis');
  const environment = (source.globals.get('process') ?? []).flatMap((reference) => {
    const member = outermost(reference.identifier as Node).parent;
    return member?.type === 'MemberExpression' && propertyName(member) === 'env' ? [member as Node] : [];
  });
  addFirstWrites(groupByFirstStep(collector.ofExpressions(environment)), 'environment', 'process.env');

  function addFirstWrites(groups: ReadonlyMap<string, readonly Use[]>, kind: CellKind, prefix: string): void {
    for (const [name, group] of groups) {
      if (/^(process|console|fetch|crypto|Deno|Bun|env|addEventListener|setTimeout|navigator|performance|Buffer|prisma)$/.test(name)) continue;
      const writes = group.filter((use) => use.kind === 'write' && use.path.length === 1);
      const first = writes.find((use) => reach.isInvocation(use.fn)) ?? writes[0] ?? group.find((use) => use.kind === 'update' || (use.kind === 'write' && use.path[1]?.name === '*'));
      if (!first || !group.some((use) => reach.isInvocation(use.fn))) continue;
      const alias = kind === 'global' ? aliasOf(first) : undefined;
      addRoot(analysis, cells, {
        kind,
        name: alias ? alias.name : `${prefix}.${name}`,
        node: alias ?? first.node,
        init: writes.map((use) => (use.kind === 'write' ? use.value : undefined)).find((value) => value !== undefined && !isNullish(value)),
        type: undefined,
        uses: group.map((use) => ({ ...use, path: use.path.slice(1) })),
        owner: source.ast,
        isExported: false,
      });
    }
  }

  /** `const x = globalThis.x ?? new Map(); globalThis.x = x` and `const x = (globalThis.x ??= new Map())`: the cell is declared as `x`. */
  function aliasOf(write: Use): TSESTree.Identifier | undefined {
    if (write.kind !== 'write' || write.fn !== null) return undefined;
    const value = write.value ? unwrap(write.value) : undefined;
    const variable = value?.type === 'Identifier' ? source.variableOf(value) : undefined;
    if (variable && source.isModuleLevel(variable)) return variable.identifiers[0] as TSESTree.Identifier | undefined;
    let outer = outermost(write.site);
    while (outer.parent?.type === 'LogicalExpression') outer = outermost(outer.parent);
    const declarator = outer.parent;
    return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
  }
}

function groupByFirstStep(uses: readonly Use[]): Map<string, Use[]> {
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const name = use.path[0]?.name;
    if (name === undefined || name === '*' || name === 'prototype') continue;
    const group = groups.get(name);
    if (group) group.push(use);
    else groups.set(name, [use]);
  }
  return groups;
}

/** One root becomes one cell, or one for each named part where it is an object with fixed parts. */
function addRoot(analysis: FileAnalysis, cells: Cell[], root: Root): void {
  if (!root.uses.some((use) => analysis.reach.isInvocation(use.fn) && isMutation(use))) return;
  const container = containerOf(analysis, root);
  const literal = root.init ? literalOf(analysis, root.init) : undefined;
  const isKeyed = root.uses.some((use) => use.path[0]?.name === '*' && (use.kind === 'write' || use.kind === 'update' || use.kind === 'delete' || use.path[0].key !== undefined));
  const hasParts = root.uses.some((use) => use.path[0] !== undefined && use.path[0].name !== '*' && use.path[0].name !== 'length' && use.path[0].name !== 'size' && isMutation(use));
  if (hasParts && !isKeyed && (container === 'object' || container === 'scalar' || container === 'unknown')) {
    const groups = groupByFirstStep(root.uses);
    const accessors = new Map<FunctionNode, string>();
    for (const property of literal?.properties ?? []) {
      if (property.type === 'Property' && property.kind !== 'init' && isFunction(property.value)) accessors.set(property.value, keyName(property) ?? '');
    }
    for (const [name, group] of groups) {
      const uses = throughAccessors(group, groups, accessors);
      if (!uses.some((use) => analysis.reach.isInvocation(use.fn) && isMutation(use))) continue;
      const property = literal?.properties.find((candidate) => candidate.type === 'Property' && keyName(candidate) === name) as TSESTree.Property | undefined;
      if (property && isFunction(unwrap(property.value))) continue;
      addRoot(analysis, cells, {
        ...root,
        kind: property ? 'property' : root.kind,
        name: `${root.name}.${name}`,
        node: property ? property.key : root.node,
        init: property?.value,
        type: undefined,
        // What is done with the whole object is done with each part.
        uses: [...uses.map((use) => ({ ...use, path: use.path.slice(1) })), ...root.uses.filter((use) => use.path.length === 0 && use.kind === 'read' && use.how !== 'test')],
        whole: root.whole ?? { name: root.name, node: root.node },
        owner: literal ?? root.owner,
      });
    }
  }
  const own = hasParts && !isKeyed && (container === 'object' || container === 'scalar' || container === 'unknown') ? root.uses.filter((use) => use.path.length === 0) : root.uses;
  if (!own.some((use) => analysis.reach.isInvocation(use.fn) && isMutation(use))) return;
  cells.push({ kind: root.kind, name: root.name, node: root.node, init: root.init, container, accesses: own.flatMap((use) => interpret(use, 0, container)), whole: root.whole, owner: root.owner, isExported: root.isExported });
}

function isMutation(use: Use): boolean {
  if (use.kind === 'method') return !READS.test(use.name);
  return use.kind !== 'read';
}

function literalOf(analysis: FileAnalysis, init: Node): TSESTree.ObjectExpression | undefined {
  const value = unwrap(init);
  if (value.type === 'ObjectExpression') return value;
  if (value.type === 'CallExpression' && calleeText(value) === 'Object.seal' && value.arguments[0]) return literalOf(analysis, value.arguments[0]);
  if (value.type === 'LogicalExpression') return literalOf(analysis, value.right);
  if (value.type === 'AssignmentExpression') return literalOf(analysis, value.right);
  return undefined;
}

function containerOf(analysis: FileAnalysis, root: Root): Container {
  const known = (root.init && containerOfValue(analysis, root.init)) || containerOfType(root.type);
  if (known && known !== 'unknown' && known !== 'instance' && !(known === 'scalar' && root.init && isNullish(root.init))) return known;
  for (const use of root.uses) {
    if (use.kind !== 'write' || use.path.length > 0 || !use.value) continue;
    const container = containerOfValue(analysis, use.value);
    if (container && container !== 'unknown' && !isNullish(use.value)) return container;
  }
  // What answers with promises is a client, whatever made it.
  if (root.uses.some((use) => use.kind === 'method' && use.path.length === 0 && outermost(use.call).parent?.type === 'AwaitExpression')) return 'instance';
  const isOwnCall = root.init !== undefined && unwrap(root.init).type === 'CallExpression' && analysis.values.functionsOf((unwrap(root.init) as TSESTree.CallExpression).callee).length > 0;
  if (!known || known === 'unknown' || isOwnCall) return containerOfMethods(root.uses) ?? known ?? 'unknown';
  return known;
}

/** What the methods called on a value say it is, where nothing else does. */
function containerOfMethods(uses: readonly Use[]): Container | undefined {
  const names = new Set(uses.flatMap((use) => (use.kind === 'method' && use.path.length === 0 ? [use.name] : [])));
  if (names.has('push') || names.has('splice')) return 'array';
  if (names.has('add') && (names.has('has') || names.has('delete'))) return 'set';
  return names.has('set') && (names.has('get') || names.has('has')) ? 'map' : undefined;
}

function containerOfType(type: TSESTree.TypeNode | undefined): Container | undefined {
  switch (type?.type) {
    case 'TSArrayType':
      return 'array';
    case 'TSTypeReference':
      return COLLECTION_TYPE[typeName(type) ?? ''];
    case 'TSTypeOperator':
      return containerOfType(type.typeAnnotation);
    case 'TSTypeLiteral':
      return type.members.some((member) => member.type === 'TSIndexSignature') ? 'object' : undefined;
    case 'TSUnionType':
      for (const member of type.types) {
        const container = containerOfType(member);
        if (container) return container;
      }
      return type.types.some((member) => /^TS(String|Number|Boolean|Literal)/.test(member.type)) ? 'scalar' : undefined;
    case 'TSStringKeyword':
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
    case 'TSLiteralType':
      return 'scalar';
    default:
      return undefined;
  }
}

function containerOfValue(analysis: FileAnalysis, node: Node): Container | undefined {
  const value = unwrap(node);
  switch (value.type) {
    case 'ArrayExpression':
      return 'array';
    case 'ObjectExpression':
      return 'object';
    case 'Literal':
    case 'TemplateLiteral':
    case 'UnaryExpression':
    case 'BinaryExpression':
      return 'scalar';
    case 'NewExpression': {
      const text = calleeText(value);
      const name = text?.replace(/^(globalThis|global)\./, '');
      if (name === 'Proxy' && value.arguments[0] && value.arguments[0].type !== 'SpreadElement') return containerOfValue(analysis, value.arguments[0]);
      if (name && Object.hasOwn(COLLECTION, name) && !isShadowed(analysis, value.callee)) return COLLECTION[name];
      return 'instance';
    }
    case 'CallExpression': {
      const text = calleeText(value) ?? '';
      if (text === 'Object.create' || text === 'Object.fromEntries' || text === 'Object.assign') return 'object';
      if (text === 'Array.from' || text === 'Array' || text === 'Array.of') return 'array';
      if (text === 'Object.seal' && value.arguments[0]) return containerOfValue(analysis, value.arguments[0]);
      if (text === 'Object.freeze') return 'weak';
      if (/^(Date\.now|Promise\.\w+|Number|String|Boolean|Symbol)$/.test(text)) return 'scalar';
      if (REACTIVE.test(text) && importedFrom(analysis, value.callee, REACTIVE_MODULE)) return 'reactive';
      const callee = unwrap(value.callee);
      if (callee.type === 'MemberExpression' && /^(map|filter|slice|concat|split|fill|flat|flatMap|sort|reverse|keys)$/.test(propertyName(callee) ?? '')) return 'array';
      for (const returned of analysis.values.of(value.callee).flatMap((target) => (target.kind === 'function' ? analysis.values.returnsOf(target.node) : []))) {
        const container = containerOfValue(analysis, returned);
        if (container) return container;
      }
      return 'instance';
    }
    case 'LogicalExpression':
      return containerOfValue(analysis, value.right) ?? containerOfValue(analysis, value.left);
    case 'ConditionalExpression':
      return containerOfValue(analysis, value.consequent) ?? containerOfValue(analysis, value.alternate);
    case 'AssignmentExpression':
      return containerOfValue(analysis, value.right);
    case 'AwaitExpression':
      return undefined;
    case 'Identifier': {
      if (value.name === 'undefined') return 'unknown';
      const definition = analysis.source.variableOf(value)?.defs[0]?.node as Node | undefined;
      if (definition?.type === 'VariableDeclarator' && definition.init && definition.id.type === 'Identifier' && definition.init !== value) {
        const inner = unwrap(definition.init);
        if (inner.type === 'NewExpression' || inner.type === 'ArrayExpression' || inner.type === 'ObjectExpression') return containerOfValue(analysis, inner);
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function isShadowed(analysis: FileAnalysis, callee: Node): boolean {
  const inner = unwrap(callee);
  return inner.type === 'Identifier' && analysis.source.variableOf(inner) !== undefined && !/^(AsyncLocalStorage|Headers|URLSearchParams|FormData)$/.test(inner.name);
}

function importedFrom(analysis: FileAnalysis, callee: Node, module: RegExp): boolean {
  const definition = analysis.source.variableOf(unwrap(callee))?.defs[0];
  return definition?.parent?.type === 'ImportDeclaration' && module.test(definition.parent.source.value);
}

const READS = /^(has|get|includes|indexOf|lastIndexOf|some|every|find|findIndex|findLast|findLastIndex|at|keys|values|entries|forEach|map|filter|reduce|reduceRight|join|slice|concat|flatMap|flat|toString|toJSON|toSorted|toReversed|with|size|getAll|hasOwnProperty|isEmpty|then|catch|finally|test|exec|match|startsWith|endsWith|toISOString|getTime|valueOf|toFixed|trim|split|subscribe|peek|getStore|run|call|apply|bind|union|intersection|difference|isSubsetOf)$/;
const MEMBERSHIP = /^(has|includes|indexOf|lastIndexOf|some|every|findIndex|findLastIndex|hasOwnProperty|isEmpty)$/;
const LOOKUP = /^(get|find|findLast|at|getAll|peek)$/;
const ITERATION = /^(keys|values|entries|forEach|map|filter|reduce|reduceRight|join|slice|concat|flatMap|flat|toSorted|toReversed|toJSON)$/;
const ADDITION = /^(set|add|push|unshift|append|getOrInsert|getOrInsertComputed)$/;
const TAKING = /^(pop|shift)$/;

/** What a use means for a cell whose path is the first `prefix` steps of the use's path. */
function interpret(use: Use, prefix: number, container: Container): Access[] {
  const rest: Path = use.path.slice(prefix);
  const depth = rest.length;
  const last = rest.at(-1);
  const field = [...rest].reverse().find((step) => step.name !== '*')?.name;
  const elementKey = rest.find((step) => step.name === '*')?.key;
  const base = { node: use.node, fn: use.fn, depth, field, isKeyed: rest[0]?.name === '*' && rest[0].key !== undefined, isStored: rest.some((step) => step.isStored === true) };
  switch (use.kind) {
    case 'write': {
      const shared = { ...base, site: use.site, value: use.value, operator: use.operator };
      if (depth === 0) {
        const isEmpty = use.operator === '=' && use.value !== undefined && isEmptyCollection(use.value) && container !== 'scalar';
        return [{ ...shared, kind: isEmpty ? 'clear' : 'assign' }];
      }
      if (depth === 1 && last!.name === 'length') return [{ ...shared, kind: 'clear', depth: 0 }];
      if (depth === 1 && container === 'instance') return [{ ...shared, kind: 'change', key: last!.key }];
      if (depth === 1) return [{ ...shared, kind: 'put', key: last!.key ?? use.site }];
      // A dictionary of dictionaries is one keyed by both.
      if (container === 'object' && rest.every((step) => step.name === '*' && step.key !== undefined)) return [{ ...shared, kind: 'put', key: last!.key }];
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
      if (use.how === 'compare' && use.site.type === 'BinaryExpression' && use.site.operator === 'in' && use.site.right === use.node) return [{ ...shared, kind: 'has', key: use.site.left as Node }];
      if (depth >= 1 && last!.name === '*' ) return [{ ...shared, kind: 'get', key: elementKey }];
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
  if (depth === 0 && (container === 'scalar' || container === 'unknown') && !ADDITION.test(name) && !MEMBERSHIP.test(name) && !LOOKUP.test(name) && !/^(delete|clear|splice|shift|pop|forEach|values|entries|filter|map)$/.test(name)) {
    return READS.test(name) ? [{ ...shared, kind: 'read', how: 'value' }] : [{ ...shared, kind: 'call', value: argumentsOf[0] }];
  }
  if (depth === 0 && container === 'unknown') return [{ ...shared, kind: 'call', value: argumentsOf[0] }];
  if (container === 'reactive' && depth === 0) return /^(set|update|next)$/.test(name) ? [{ ...shared, kind: 'assign', operator: '=', value: argumentsOf[0] }] : [{ ...shared, kind: 'read', how: 'value' }];
  if (MEMBERSHIP.test(name)) return [{ ...shared, kind: 'has', key: argumentsOf[0] ?? elementKey }];
  if (LOOKUP.test(name)) return [{ ...shared, kind: 'get', key: argumentsOf[0] ?? elementKey }];
  if (ITERATION.test(name)) return [{ ...shared, kind: 'iterate' }];
  if (ADDITION.test(name)) {
    const isKeyed = name === 'set' || (name === 'append' && container === 'headers') || name.startsWith('getOrInsert');
    if (depth > 0 && name === 'set' && argumentsOf.length !== 2) return [{ ...shared, kind: 'read', how: 'value' }];
    const keyOf = isKeyed || name === 'add' ? argumentsOf[0] : undefined;
    return [{ ...shared, kind: depth === 0 ? 'put' : 'change', key: depth === 0 ? keyOf : (elementKey ?? keyOf), value: isKeyed ? argumentsOf[1] : argumentsOf[0] }];
  }
  if (name === 'delete') return [{ ...shared, kind: 'remove', key: argumentsOf[0] }];
  if (name === 'clear') return [{ ...shared, kind: 'clear' }];
  if (TAKING.test(name)) return [{ ...shared, kind: 'take' }];
  if (name === 'splice') return [{ ...shared, kind: isFullSplice(call) || (isFromStart(call) && isResultUsed(call)) ? 'take' : 'remove', key: argumentsOf[0] }];
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
