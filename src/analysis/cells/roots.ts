/**
 * Question: is a place with its uses one cell, or one for each of its parts?
 *
 *     const state = { importing: false };   // the cell is `state.importing`
 *     const jobs = {};                      // `jobs[id] = …`: the cell is `jobs`
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeText, isFunction, keyName, propertyValue, unwrap, type FunctionNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Use } from '../uses.js';
import { interpret, isMutation } from './accesses.js';
import type { Cell, CellKind } from './cell.js';
import { containerOf } from './containers.js';

export interface Root {
  readonly kind: CellKind;
  readonly name: string;
  readonly node: Node;
  readonly init: Node | undefined;
  readonly type: TSESTree.TypeNode | undefined;
  readonly uses: readonly Use[];
  readonly whole?: Cell['whole'];
  readonly owner: Node;
  readonly isExported: boolean;
  readonly madeElsewhere?: Cell['madeElsewhere'];
}

/** One root becomes one cell, or one for each named part where it is an object with fixed parts. */
export function addRoot(analysis: FileAnalysis, cells: Cell[], root: Root): void {
  if (!root.uses.some((use) => analysis.reach.isInvocation(use.fn) && isMutation(use))) return;
  const container = containerOf(analysis, root);
  const literal = root.init ? literalOf(analysis, root.init) : undefined;
  const isKeyed = root.uses.some(
    (use) =>
      use.path[0]?.name === '*' &&
      (use.kind === 'write' || use.kind === 'update' || use.kind === 'delete' || use.path[0].key !== undefined),
  );
  const hasParts = root.uses.some(
    (use) =>
      use.path[0] !== undefined &&
      use.path[0].name !== '*' &&
      use.path[0].name !== 'length' &&
      use.path[0].name !== 'size' &&
      isMutation(use),
  );
  if (hasParts && !isKeyed && (container === 'object' || container === 'scalar' || container === 'unknown')) {
    const groups = groupByFirstStep(root.uses);
    const accessors = new Map<FunctionNode, string>();
    for (const property of literal?.properties ?? []) {
      if (property.type === 'Property' && property.kind !== 'init' && isFunction(property.value))
        accessors.set(property.value, keyName(property) ?? '');
    }
    for (const [name, group] of groups) {
      const uses = throughAccessors(group, groups, accessors);
      if (!uses.some((use) => analysis.reach.isInvocation(use.fn) && isMutation(use))) continue;
      const property = literal?.properties.find((candidate) => candidate.type === 'Property' && keyName(candidate) === name) as
        TSESTree.Property | undefined;
      if (property && isFunction(unwrap(property.value))) continue;
      addRoot(analysis, cells, {
        ...root,
        kind: property ? 'property' : root.kind,
        name: `${root.name}.${name}`,
        node: property ? property.key : root.node,
        init: property?.value,
        type: undefined,
        // What is done with the whole object is done with each part.
        uses: [
          ...uses.map((use) => ({ ...use, path: use.path.slice(1) })),
          ...root.uses.filter((use) => use.path.length === 0 && use.kind === 'read' && use.how !== 'test'),
          ...root.uses.flatMap((use) => setAnew(use, name) ?? []),
        ],
        whole: root.whole ?? { name: root.name, node: root.node },
        owner: literal ?? root.owner,
      });
    }
  }
  const own =
    hasParts && !isKeyed && (container === 'object' || container === 'scalar' || container === 'unknown')
      ? root.uses.filter((use) => use.path.length === 0)
      : root.uses;
  if (!own.some((use) => analysis.reach.isInvocation(use.fn) && isMutation(use))) return;
  cells.push({
    kind: root.kind,
    name: root.name,
    node: root.node,
    init: root.init,
    container,
    accesses: own.flatMap((use) => interpret(use, 0, container)),
    whole: root.whole,
    owner: root.owner,
    isExported: root.isExported,
    madeElsewhere: root.madeElsewhere,
  });
}

/** `state = { done: 0, failed: [] }`: each part is set to what the new object has for it. */
function setAnew(use: Use, name: string): Use | undefined {
  if (use.kind !== 'write' || use.path.length > 0 || use.operator !== '=' || use.value === undefined) return undefined;
  const value = propertyValue(unwrap(use.value), name);
  return value && { ...use, value };
}

function literalOf(analysis: FileAnalysis, init: Node): TSESTree.ObjectExpression | undefined {
  const value = unwrap(init);
  if (value.type === 'ObjectExpression') return value;
  if (value.type === 'CallExpression' && /^Object\.(seal|freeze)$/.test(calleeText(value) ?? '') && value.arguments[0])
    return literalOf(analysis, value.arguments[0]);
  if (value.type === 'LogicalExpression') return literalOf(analysis, value.right);
  if (value.type === 'AssignmentExpression') return literalOf(analysis, value.right);
  return undefined;
}

export function groupByFirstStep(uses: readonly Use[]): Map<string, Use[]> {
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

/**
 * What a setter writes is written where the property is assigned; what a getter returns is read where the property is, and what is done
 * with the property there is done with the field.
 */
export function throughAccessors(
  uses: readonly Use[],
  groups: ReadonlyMap<string, readonly Use[]>,
  accessors: ReadonlyMap<FunctionNode, string>,
): Use[] {
  return uses.flatMap((use): readonly Use[] => {
    const property = use.fn ? accessors.get(use.fn) : undefined;
    const around = property === undefined ? [] : (groups.get(property) ?? []).filter((other) => other.fn !== use.fn);
    if (use.kind === 'read' && use.how === 'return' && around.length > 0)
      return around.map((other) => ({ ...other, path: [...use.path, ...other.path.slice(1)] }));
    const outside = around.filter((other) => other.path.length === 1);
    if (outside.length === 0) return [use];
    if (use.kind === 'write') return outside.flatMap((other) => (other.kind === 'write' ? [{ ...other, path: use.path }] : []));
    if (use.kind === 'read') return outside.flatMap((other) => (other.kind === 'read' ? [{ ...other, path: use.path }] : []));
    return [use];
  });
}
