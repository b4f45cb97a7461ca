/**
 * Question: which fields of classes and of constructor functions outlive an invocation?
 *
 * Static fields always do; fields of instances where one of them lives as long as the module.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, isInStaticMember, keyName, propertyName, unwrap, type ClassNode, type FunctionNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import { symbolName, type Use, type UseCollector } from '../uses.js';
import type { Cell } from './cell.js';
import { livesOn } from './closures.js';
import { classesMadeElsewhere, instanceReferences, moduleLivedClasses } from './lived-instances.js';
import { addRoot, groupByFirstStep, throughAccessors } from './roots.js';

export function addClassFields(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source, handlers, values, reach } = analysis;
  const lived = moduleLivedClasses(analysis);
  const lent = classesMadeElsewhere(analysis);
  const heirs = directHeirs(analysis);
  for (const node of source.classes) {
    const maker = source.functionOf(node);
    // A class that a function makes lives on where load code calls the function: a mixin, a model factory.
    if (handlers.actorClasses.has(node) || (maker !== null && !(reach.isLoadCalled(maker) && livesOn(analysis, maker)))) continue;
    const staticNodes: Node[] = [];
    const instanceNodes: Node[] = [];
    for (const use of source.thisUses.get(node) ?? []) (isInStaticMember(use, node) ? staticNodes : instanceNodes).push(use);
    for (const variable of source.variablesOfClass(node))
      for (const reference of variable.references)
        if (reference.isRead() && !isConstructed(reference.identifier as Node)) staticNodes.push(reference.identifier as Node);
    addFields(analysis, cells, node, collector.ofExpressions(staticNodes), 'static');
    if (!lived.has(node) && !lent.has(node)) continue;
    // What a subclass does with `this` is done with the fields of its base.
    for (const subclass of heirsOf(node, heirs))
      instanceNodes.push(
        ...(source.thisUses.get(subclass) ?? []).filter((use) => !isInStaticMember(use, subclass)),
        ...instanceReferences(analysis, subclass),
      );
    addFields(
      analysis,
      cells,
      node,
      collector.ofExpressions([...instanceNodes, ...instanceReferences(analysis, node)]),
      lived.has(node) ? 'lived' : 'lent',
    );
  }
  for (const fn of source.functions) {
    const uses = source.thisUses.get(fn);
    const prototype = values.prototypeOf(fn);
    if (!uses || (prototype.size === 0 && !lived.has(fn))) continue;
    if (!lived.has(fn)) continue;
    const nodes: Node[] = [...uses];
    for (const method of prototype.values())
      nodes.push(
        ...(source.thisUses.get(method) ?? []),
        ...(method.parent?.parent ? (source.thisUses.get(method.parent.parent) ?? []) : []),
      );
    addConstructedFields(analysis, cells, fn, collector.ofExpressions([...nodes, ...instanceReferences(analysis, fn)]));
  }
}

/** More classes than this below one base are generated. */
const MOST_HEIRS = 60;

/** The classes of this file that extend a class, and those that extend these. */
function heirsOf(base: ClassNode, direct: ReadonlyMap<ClassNode, readonly ClassNode[]>): ReadonlySet<ClassNode> {
  const heirs = new Set<ClassNode>(direct.get(base));
  for (const heir of heirs) {
    if (heirs.size > MOST_HEIRS) break;
    for (const next of direct.get(heir) ?? []) heirs.add(next);
  }
  return heirs;
}

function directHeirs({ source, values }: FileAnalysis): Map<ClassNode, ClassNode[]> {
  const heirs = new Map<ClassNode, ClassNode[]>();
  for (const node of source.classes) {
    const base = node.superClass ? values.of(node.superClass).find((value) => value.kind === 'class') : undefined;
    if (base?.kind === 'class' && base.node !== node) heirs.set(base.node, [...(heirs.get(base.node) ?? []), node]);
  }
  return heirs;
}

/** Whether a field of this name may belong to a class that this one extends. */
function isInherited(analysis: FileAnalysis, node: ClassNode, name: string, depth = 6): boolean {
  if (!node.superClass) return false;
  const base = analysis.values.of(node.superClass).find((value) => value.kind === 'class');
  if (base?.kind !== 'class' || depth === 0) return true;
  return (
    base.node.body.body.some((member) => keyOf(member) === name) ||
    constructorAssignment(base.node, name) !== undefined ||
    isInherited(analysis, base.node, name, depth - 1)
  );
}

function keyOf(member: ClassNode['body']['body'][number]): string | undefined {
  return member.type === 'PropertyDefinition' || member.type === 'MethodDefinition' ? keyName(member) : undefined;
}

/** Where a field that is declared nowhere is written first: `this.running = true` in a method. */
function firstWrite(analysis: FileAnalysis, node: ClassNode, name: string, uses: readonly Use[]): Node | undefined {
  if (isInherited(analysis, node, name)) return undefined;
  const writes = uses.filter(
    (use) => use.kind === 'write' && use.path.length === 1 && use.node.range[0] >= node.range[0] && use.node.range[1] <= node.range[1],
  );
  return writes.sort((a, b) => a.node.range[0] - b.node.range[0])[0]?.node;
}

function isConstructed(identifier: Node): boolean {
  return identifier.parent?.type === 'NewExpression' && identifier.parent.callee === identifier;
}

function addFields(
  analysis: FileAnalysis,
  cells: Cell[],
  node: ClassNode,
  uses: readonly Use[],
  holder: 'static' | 'lived' | 'lent',
): void {
  const isStatic = holder === 'static';
  const groups = groupByFirstStep(uses);
  const accessors = new Map<FunctionNode, string>();
  for (const member of node.body.body) {
    if (member.type === 'MethodDefinition' && (member.kind === 'get' || member.kind === 'set') && isFunction(member.value))
      accessors.set(member.value, keyName(member) ?? '');
  }
  for (const [name, group] of groups) {
    const member = node.body.body.find(
      (candidate) =>
        candidate.type === 'PropertyDefinition' &&
        candidate.static === isStatic &&
        (keyName(candidate) ?? symbolName(analysis.source, candidate.key)) === name,
    ) as TSESTree.PropertyDefinition | undefined;
    const isMethod = node.body.body.some((candidate) => candidate.type === 'MethodDefinition' && keyName(candidate) === name);
    if (isMethod) continue;
    const constructed = isStatic ? undefined : constructorAssignment(node, name);
    const parameter = isStatic ? undefined : constructorParameter(node, name, constructed?.value);
    const given = parameter && argumentFor(analysis, node, parameter);
    // `new Deduper(seen)`, `this.store = seen`: the field is another name of a cell of its own.
    const alias = given ?? (constructed && unwrap(constructed.value));
    if (
      alias?.type === 'Identifier' &&
      isModuleLevel(analysis, alias) &&
      !group.some(
        (use) => (use.kind === 'write' || use.kind === 'update') && use.path.length === 1 && !isConstruction(analysis, use.fn, node),
      )
    )
      continue;
    const property = parameter?.type === 'TSParameterProperty' ? parameter.parameter : undefined;
    const made =
      property && given && (given.type === 'NewExpression' || given.type === 'ArrayExpression' || given.type === 'ObjectExpression')
        ? given
        : undefined;
    const position =
      made && property
        ? property
        : member?.value || !constructed
          ? (member?.key ?? firstWrite(analysis, node, name, group))
          : constructed.node;
    if (!position || (member?.value && isFunction(unwrap(member.value)))) continue;
    addRoot(analysis, cells, {
      kind: isStatic ? 'static field' : 'instance field',
      name,
      node: position,
      init: member?.value ?? made ?? constructed?.value,
      type: member?.typeAnnotation?.typeAnnotation,
      uses: throughAccessors(group, groups, accessors).map((use) => ({
        ...use,
        path: use.path.slice(1),
        fn: !isStatic && isConstruction(analysis, use.fn, node) ? null : use.fn,
      })),
      owner: node,
      isExported: false,
      madeElsewhere: holder === 'lent' ? node : undefined,
    });
  }
}

/** The constructor, or a method that only the constructor calls. */
function isConstruction(analysis: FileAnalysis, fn: FunctionNode | null, node: ClassNode, depth = 3): boolean {
  if (fn === null) return false;
  if (isConstructorOf(fn, node)) return true;
  if (depth === 0 || analysis.handlers.byFunction.has(fn)) return false;
  const callers = analysis.reach.callersOf(fn);
  return callers.length > 0 && callers.every((site) => isConstruction(analysis, site.from, node, depth - 1));
}

function isConstructorOf(fn: FunctionNode | null, node: ClassNode): boolean {
  const method = fn?.parent;
  return method?.type === 'MethodDefinition' && method.kind === 'constructor' && method.parent === node.body;
}

function isModuleLevel({ source }: FileAnalysis, identifier: Node): boolean {
  const variable = source.variableOf(identifier);
  return variable !== undefined && source.isModuleLevel(variable);
}

/** The parameter of the constructor that a field is made of: `constructor(private readonly rows: Map)`, `this.rows = rows`. */
function constructorParameter(node: ClassNode, name: string, value: Node | undefined): TSESTree.Parameter | undefined {
  const assigned = value && unwrap(value);
  return constructorOf(node)?.params.find((parameter) => {
    const { target, isField } =
      parameter.type === 'TSParameterProperty' ? { target: parameter.parameter, isField: true } : { target: parameter, isField: false };
    const own = target.type === 'AssignmentPattern' ? target.left : target;
    return own.type === 'Identifier' && (isField ? own.name === name : assigned?.type === 'Identifier' && own.name === assigned.name);
  });
}

/** What load code gives for a parameter of the constructor. */
function argumentFor(analysis: FileAnalysis, node: ClassNode, parameter: TSESTree.Parameter): Node | undefined {
  const constructor = constructorOf(node);
  const index = constructor?.params.indexOf(parameter) ?? -1;
  if (!constructor || index === -1) return undefined;
  const site = analysis.reach.callersOf(constructor).find(({ from }) => from === null);
  const argument = site?.node.arguments[index];
  return argument && argument.type !== 'SpreadElement' ? unwrap(argument) : undefined;
}

function constructorOf(node: ClassNode): FunctionNode | undefined {
  const member = node.body.body.find((candidate) => candidate.type === 'MethodDefinition' && candidate.kind === 'constructor');
  return member?.type === 'MethodDefinition' && isFunction(member.value) ? member.value : undefined;
}

function constructorAssignment(node: ClassNode, name: string): { node: Node; value: Node } | undefined {
  const body = constructorOf(node)?.body;
  return body?.type === 'BlockStatement' ? thisAssignment(body.body, name) : undefined;
}

function thisAssignment(statements: readonly Node[], name: string): { node: Node; value: Node } | undefined {
  for (const statement of statements) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    const left = unwrap(statement.expression.left);
    if (left.type === 'MemberExpression' && unwrap(left.object).type === 'ThisExpression' && propertyName(left) === name)
      return { node: left, value: statement.expression.right };
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
