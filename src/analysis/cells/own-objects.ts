/**
 * Question: which parts of objects that no variable holds outlive an invocation?
 *
 *     exports.lastSeen = null;                           // cell `exports.lastSeen`
 *     export default { hits: 0, fetch() { this.hits++; } };   // cell `this.hits`
 *     function claim(id) { … } claim.taken = new Set();  // cell `claim.taken`
 *
 * The object of the module's exports is one, every object literal of load code whose own methods change it through `this`, and every
 * function of the module that is given properties.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, isNullish, outermost, propertyName, unwrap, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Variable } from '../source-index.js';
import type { Use, UseCollector } from '../uses.js';
import type { Cell } from './cell.js';
import { addRoot, groupByFirstStep } from './roots.js';

export function addOwnObjects(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source } = analysis;
  const exported = [...namedExports(analysis)];
  addProperties(analysis, cells, 'exports', collector.ofExpressions(exported));
  for (const variable of source.moduleVariables) {
    const properties = isFunctionName(variable) ? propertiesOf(variable) : [];
    if (properties.length > 0) addProperties(analysis, cells, variable.name, collector.ofExpressions(properties));
  }
  for (const [object, own] of source.thisUses) {
    if (object.type !== 'ObjectExpression' || source.functionOf(object) !== null || isBound(object)) continue;
    const isExports =
      outermost(object).parent?.type === 'AssignmentExpression' && exported.some((node) => outermost(object).parent === node.parent);
    const uses = collector.ofExpressions(isExports ? [...own, ...exported] : own);
    addRoot(analysis, cells, {
      kind: 'property',
      name: 'this',
      node: object,
      init: object,
      type: undefined,
      uses: uses.filter((use) => isOwnPart(object, use.path[0]?.name)),
      owner: object,
      isExported: isExports,
    });
  }
}

/** Each written property is a cell of its own, where load code writes it, or at its first write. */
function addProperties(analysis: FileAnalysis, cells: Cell[], object: string, uses: readonly Use[]): void {
  for (const [name, group] of groupByFirstStep(uses)) {
    const writes = group.filter((use) => use.kind === 'write' && use.path.length === 1);
    const first = writes.find((use) => use.fn === null) ?? writes[0];
    const values = writes.map((use) => (use.kind === 'write' && use.fn === null ? use.value : undefined));
    if (!first || values.some((value) => value && isFunction(unwrap(value)))) continue;
    addRoot(analysis, cells, {
      kind: 'property',
      name: `${object}.${name}`,
      node: first.node,
      init: values.find((value) => value && !isNullish(value)),
      type: undefined,
      uses: group.map((use) => ({ ...use, path: use.path.slice(1) })),
      owner: analysis.source.ast,
      isExported: object === 'exports',
    });
  }
}

function isFunctionName(variable: Variable): boolean {
  const definition = variable.defs[0];
  const node = definition?.node as Node | undefined;
  return (
    definition?.type === 'FunctionName' || (node?.type === 'VariableDeclarator' && node.init !== null && isFunction(unwrap(node.init)))
  );
}

/** The names of a function where a property of it is meant. */
function propertiesOf(variable: Variable): Node[] {
  return variable.references.flatMap(({ identifier }) => {
    const { parent } = identifier as Node;
    return parent?.type === 'MemberExpression' &&
      parent.object === identifier &&
      !/^(prototype|call|apply|bind|name|length)$/.test(propertyName(parent) ?? '')
      ? [identifier as Node]
      : [];
  });
}

/** `exports` and `module.exports`. */
function namedExports({ source }: FileAnalysis): Node[] {
  const direct = (source.globals.get('exports') ?? []).map((reference) => reference.identifier as Node);
  return [
    ...direct,
    ...(source.globals.get('module') ?? []).flatMap((reference) => {
      const member = outermost(reference.identifier as Node).parent;
      return member?.type === 'MemberExpression' && propertyName(member) === 'exports' ? [member as Node] : [];
    }),
  ];
}

/** `const basket = { … }` is found as a binding. */
function isBound(object: Node): boolean {
  const { parent } = outermost(object);
  return parent?.type === 'VariableDeclarator';
}

/** `this` of a table of functions is often another object that a framework makes: only what the literal itself names is its own. */
function isOwnPart(object: TSESTree.ObjectExpression, name: string | undefined): boolean {
  return object.properties.some(
    (property) =>
      property.type === 'Property' &&
      !property.computed &&
      ((property.key.type === 'Identifier' && property.key.name === name) ||
        (property.key.type === 'Literal' && property.key.value === name)) &&
      !isFunction(unwrap(property.value)),
  );
}
