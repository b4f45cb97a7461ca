/**
 * Question: which methods does the file call on a store, and does the store leave the file's sight?
 *
 *     const cache = new NodeCache();  const recent = cache;  recent.set(id, value);   // one use: `set`
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  GLOBAL_OBJECTS,
  keyName,
  outermost,
  propertyName,
  unwrap,
  type CallNode,
  type ClassNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Variable } from '../source-index.js';
import type { Holder } from './lifetime.js';

/** Functions of libraries whose result is the store that they are given, under another name. */
const SAME_STORE = /^(prefixStorage|withTimeout)$/;

export interface StoreUse {
  readonly method: string;
  readonly call: CallNode;
  readonly fn: FunctionNode | null;
}

export interface StoreUses {
  readonly calls: readonly StoreUse[];
  /** Handed to code that the file does not show, or exported. */
  readonly escapes: boolean;
  readonly isExported: boolean;
  /** Functions of the store handed on or destructured. */
  readonly assigned: readonly string[];
}

export function usesOf(analysis: FileAnalysis, holder: Holder, subclass?: ClassNode): StoreUses {
  const { source, reach } = analysis;
  const calls: StoreUse[] = [];
  const assigned: string[] = [];
  let escapes = false;
  let isExported = false;
  const visited = new Set<Variable>();
  const returned = new Set<FunctionNode>();

  if (holder.kind === 'variable') {
    followVariable(holder.variable, holder.path);
    if (holder.alsoBy?.kind === 'variable') followVariable(holder.alsoBy.variable, holder.alsoBy.path);
    if (holder.alsoBy?.kind === 'global' && holder.alsoBy.name !== undefined) followGlobal(holder.alsoBy.name);
  } else if (holder.kind === 'field') followField(holder.owner, holder.name, holder.isStatic);
  else if (holder.kind === 'global' && holder.name !== undefined) followGlobal(holder.name);
  else escapes = true;
  if (subclass) {
    for (const node of source.thisUses.get(subclass) ?? []) followUse(node, [], true);
  }
  return { calls, escapes, isExported, assigned };

  function followVariable(variable: Variable, path: readonly string[]): void {
    if (visited.has(variable)) return;
    visited.add(variable);
    if (source.isModuleLevel(variable) && isExportedName(variable)) isExported = true;
    for (const reference of variable.references) {
      const identifier = reference.identifier as Node;
      if (reference.isRead() || identifier.parent?.type === 'AssignmentExpression') followUse(identifier, path);
    }
  }

  function followField(owner: ClassNode, name: string, isStatic: boolean): void {
    for (const node of source.thisUses.get(owner) ?? []) followUse(node, [name]);
    if (!isStatic || !owner.id) return;
    const variable = source.variableOf(owner.id);
    for (const reference of variable?.references ?? []) followUse(reference.identifier as Node, [name]);
  }

  /** `globalThis.carts`, wherever the file says it. */
  function followGlobal(name: string): void {
    for (const base of [...GLOBAL_OBJECTS, 'process']) {
      for (const reference of source.globals.get(base) ?? []) followUse(reference.identifier as Node, [name]);
    }
  }

  /** `node` stands for the store, or for what holds it below `path`. */
  function followUse(node: Node, path: readonly string[], isSelf = false): void {
    const outer = outermost(node);
    const parent = outer.parent;
    if (!parent) return;
    if (path.length > 0) {
      if (parent.type === 'MemberExpression' && parent.object === outer && propertyName(parent) === path[0])
        followUse(parent, path.slice(1));
      else if (parent.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'ObjectPattern')
        followPattern(parent.id, path);
      return;
    }
    switch (parent.type) {
      case 'MemberExpression': {
        if (parent.object !== outer) return;
        const method = propertyName(parent);
        const call = outermost(parent).parent;
        if (method !== undefined && call?.type === 'CallExpression' && call.callee === outermost(parent))
          calls.push({ method, call, fn: source.functionOf(call) });
        else if (call?.type === 'CallExpression' && method !== undefined) assigned.push(method);
        return;
      }
      case 'VariableDeclarator': {
        if (parent.init !== outer) return;
        const variable = parent.id.type === 'Identifier' ? source.variableOf(parent.id) : undefined;
        if (variable) followVariable(variable, []);
        else escapes = true;
        return;
      }
      case 'CallExpression':
      case 'NewExpression': {
        if (parent.callee === outer) {
          // `io(server)`, `limiter(5, key)`: the store is itself a function.
          if (parent.type === 'CallExpression') calls.push({ method: '', call: parent, fn: source.functionOf(parent) });
          return;
        }
        if (isSelf) return;
        followArgument(parent, outer);
        return;
      }
      case 'AwaitExpression':
        followUse(parent, []);
        return;
      case 'AssignmentExpression':
        if (parent.left === outer) {
          // `return (cache ??= new NodeCache())`: the assignment stands for the store.
          if (outermost(parent).parent?.type !== 'ExpressionStatement') followUse(parent, []);
        } else {
          if (isModuleExports(parent.left)) isExported = true;
          else if (unwrap(parent.left).type !== 'Identifier') escapes = true;
        }
        return;
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        if (!isSelf) followReturned(parent);
        return;
      case 'Property':
        if (isModuleExports(parent.parent.parent && outermost(parent.parent).parent)) isExported = true;
        else escapes = true;
        return;
      case 'ExportDefaultDeclaration':
        isExported = true;
        return;
      case 'ConditionalExpression':
        if (parent.test !== outer) followUse(parent, []);
        return;
      case 'LogicalExpression':
        if (parent.operator !== '&&' || parent.right === outer) followUse(parent, []);
        return;
      case 'BinaryExpression':
      case 'UnaryExpression':
      case 'IfStatement':
      case 'ExpressionStatement':
      case 'ExportSpecifier':
        return;
      default:
        if (!isSelf) escapes = true;
    }
  }

  function followPattern(pattern: TSESTree.ObjectPattern, path: readonly string[]): void {
    for (const property of pattern.properties) {
      if (property.type !== 'Property' || keyName(property) !== path[0] || property.value.type !== 'Identifier') continue;
      const variable = source.variableOf(property.value);
      if (variable) followVariable(variable, path.slice(1));
    }
  }

  function followArgument(call: CallNode, argument: Node): void {
    const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
    const callees = reach.calleesOf(call);
    if (callees.length === 0 && index === 0 && SAME_STORE.test(calleeName(call) ?? '')) followUse(call, []);
    else if (callees.length === 0) escapes = true;
    for (const callee of callees) {
      const parameter = callee.params[index];
      const variable = parameter?.type === 'Identifier' ? source.variableOf(parameter) : undefined;
      if (variable) followVariable(variable, []);
      else escapes = true;
    }
  }

  /** `function getCache() { return cache; }`: its calls stand for the store. */
  function followReturned(node: Node): void {
    const fn = node.type === 'ArrowFunctionExpression' ? node : source.functionOf(node);
    if (!fn || returned.has(fn)) return;
    returned.add(fn);
    const callers = reach.callersOf(fn);
    if (callers.length === 0 || analysis.handlers.byFunction.has(fn)) escapes = true;
    for (const { node: call } of callers.slice(0, 20)) followUse(call, []);
  }

  function isExportedName(variable: Variable): boolean {
    return source.exports.some(({ value }) => {
      const inner = unwrap(value);
      if (inner.type === 'Identifier') return inner.name === variable.name;
      const declarator = outermost(inner).parent;
      return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' && declarator.id.name === variable.name;
    });
  }
}

function isModuleExports(node: Node | null | undefined): boolean {
  if (!node) return false;
  if (node.type === 'AssignmentExpression') return isModuleExports(node.left);
  if (node.type === 'ExportDefaultDeclaration') return true;
  const target = unwrap(node);
  if (target.type !== 'MemberExpression') return false;
  const object = unwrap(target.object);
  if (object.type === 'Identifier') return object.name === 'exports' || (object.name === 'module' && propertyName(target) === 'exports');
  return isModuleExports(object);
}
