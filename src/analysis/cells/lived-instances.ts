/**
 * Question: of which classes does an instance live as long as the module?
 *
 *     const tracker = new Tracker();                       // made while the module loads
 *     export const getTracker = () => (instance ??= new Tracker());
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { classOfField, isClass, isInStaticMember, outermost, propertyName, unwrap, type ClassNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';

/** Classes and constructor functions of which one instance lives as long as the module, with the classes they extend. */
export function moduleLivedClasses(analysis: FileAnalysis): Set<Node> {
  const { source, values, handlers } = analysis;
  const lived = new Set<Node>(handlers.singletonClasses);
  const inFields = new Map<Node, Node[]>();
  const add = (made: Node): void => {
    for (const value of values.of(made)) if (value.kind === 'instance') lived.add(value.of);
  };
  for (const { node, from } of source.calls) {
    if (node.type !== 'NewExpression') continue;
    const holder = from === null ? classOfField(node) : undefined;
    if (holder) inFields.set(holder, [...(inFields.get(holder) ?? []), node]);
    else if (from === null || isKept(analysis, node)) add(node);
  }
  for (const node of lived) {
    inFields.get(node)?.forEach(add);
    if (!isClass(node) || !node.superClass) continue;
    for (const value of values.of(node.superClass)) if (value.kind === 'class') lived.add(value.node);
  }
  return lived;
}

/** Exported classes of which this file makes no instance: only other files know how long one lives. */
export function classesMadeElsewhere({ source, values }: FileAnalysis): ReadonlySet<ClassNode> {
  const found = new Set<ClassNode>();
  for (const { value } of source.exports) {
    for (const exported of isClass(value) || value.type === 'Identifier' ? values.of(value) : [])
      if (exported.kind === 'class' && isClass(exported.node)) found.add(exported.node);
  }
  if (found.size === 0) return found;
  for (const { node } of source.calls) {
    if (node.type !== 'NewExpression') continue;
    for (const value of values.of(node)) if (value.kind === 'instance' && isClass(value.of)) found.delete(value.of);
  }
  return found;
}

/** `instance ??= new Tracker()`, `Tracker.instance = new Tracker()`, `globalThis.x = new …`, or made by a factory that load code calls. */
function isKept(analysis: FileAnalysis, node: Node): boolean {
  const { source, reach } = analysis;
  let current = outermost(node);
  while (current.parent?.type === 'LogicalExpression' || current.parent?.type === 'ConditionalExpression')
    current = outermost(current.parent);
  const parent = current.parent;
  if (parent?.type === 'AssignmentExpression' && parent.right === current) {
    const left = unwrap(parent.left);
    if (left.type === 'Identifier') {
      const variable = source.variableOf(left);
      return variable !== undefined && source.isModuleLevel(variable);
    }
    if (left.type === 'MemberExpression') {
      const object = unwrap(left.object);
      if (object.type === 'ThisExpression')
        return isClass(source.ownerOfThis.get(object)) && isInStaticMember(object, source.ownerOfThis.get(object) as ClassNode);
      if (object.type !== 'Identifier') return false;
      const variable = source.variableOf(object);
      return variable
        ? source.isModuleLevel(variable) || variable.defs[0]?.type === 'ClassName'
        : object.name === 'globalThis' || object.name === 'global';
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
  return (
    fn !== null && parent?.type === 'ReturnStatement' && reach.callersOf(fn).some((site) => site.from === null) && reach.isLoadCalled(fn)
  );
}

/** Expressions that stand for the module-lived instance: names of variables that hold it. */
export function instanceReferences(analysis: FileAnalysis, owner: Node): Node[] {
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
