/**
 * Question: which bindings of the module are cells?
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { GLOBAL_OBJECTS, isClass, keyName, outermost, propertyName, unwrap, type Node } from '../ast.js';
import { loadedModule } from '../imports.js';
import type { FileAnalysis } from '../index.js';
import type { Variable } from '../source-index.js';
import type { Use, UseCollector } from '../uses.js';
import type { Cell } from './cell.js';
import { isProcess } from './globals.js';
import { addImportedMembers, hasMemberWrite } from './imported-members.js';
import { addRoot } from './roots.js';

export function addBindings(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source } = analysis;
  for (const variable of source.moduleVariables) {
    const definition = variable.defs[0];
    if (!definition || variable.references.length === 0) continue;
    const name = variable.name;
    if (definition.type === 'ImportBinding' || isRequired(definition.node as Node)) {
      if (!isProcess(variable) && hasMemberWrite(variable)) addImportedMembers(analysis, variable, collector, cells);
      continue;
    }
    if (definition.type !== 'Variable' || !isCandidate(analysis, variable)) continue;
    const declarator = definition.node as TSESTree.VariableDeclarator;
    const init = declarator.id === definition.name ? (declarator.init ?? undefined) : undefined;
    if (init && (isClass(unwrap(init)) || isGlobalObject(unwrap(init)) || isWrittenGlobal(analysis, init))) continue;
    // `const garden = { plants: {}, add(x) { this.plants[x.id] = x; } }`
    const own = init ? (source.thisUses.get(unwrap(init)) ?? []) : [];
    addRoot(analysis, cells, {
      kind: 'binding',
      name,
      node: definition.name as Node,
      init,
      type: (definition.name as TSESTree.Identifier).typeAnnotation?.typeAnnotation,
      uses: init
        ? withoutFields(
            analysis,
            init,
            own.length > 0
              ? withThis(unwrap(init), collector.ofVariable(variable), collector.ofExpressions(own))
              : collector.ofVariable(variable),
          )
        : collector.ofVariable(variable),
      owner: source.ast,
      isExported: source.exports.some(
        (exported) => exported.value === init || (exported.value.type === 'Identifier' && source.variableOf(exported.value) === variable),
      ),
    });
  }
}

/**
 * What the functions of an object do with their `this`. A part that the object does not name, and that nobody gives it, is a part of
 * something else: frameworks call the functions of a table with an object of their own, as in `this.handler.state = 'QUIZ'`.
 */
function withThis(object: Node, named: readonly Use[], own: readonly Use[]): readonly Use[] {
  const uses = [...named, ...own];
  if (object.type !== 'ObjectExpression' || object.properties.some((property) => property.type === 'SpreadElement' || property.computed))
    return uses;
  const parts = new Set(['*', ...object.properties.map((property) => keyName(property as TSESTree.Property))]);
  for (const { kind, path } of uses) if (kind === 'write' && path.length === 1) parts.add(path[0]!.name);
  return [...named, ...own.filter(({ path: [first] }) => first === undefined || parts.has(first.name))];
}

/** What is done with a field of a class of this file is done with the field, which is a cell of its own. */
function withoutFields({ values }: FileAnalysis, init: Node, uses: readonly Use[]): readonly Use[] {
  const classes = values.of(init).flatMap((value) => (value.kind === 'instance' && isClass(value.of) ? [value.of] : []));
  if (classes.length === 0) return uses;
  const fields = new Set(
    classes.flatMap((node) =>
      node.body.body.flatMap((member) =>
        member.type === 'PropertyDefinition' || member.type === 'MethodDefinition' ? [keyName(member)] : [],
      ),
    ),
  );
  return uses.filter(({ path: [first] }) => first === undefined || !fields.has(first.name));
}

function isGlobalObject(node: Node): boolean {
  return node.type === 'Identifier' && GLOBAL_OBJECTS.includes(node.name);
}

/** `if (!global.visits) global.visits = { … }; const visits = global.visits;`: another name for what is a cell already. */
function isWrittenGlobal({ source }: FileAnalysis, init: Node): boolean {
  const member = unwrap(init);
  if (member.type !== 'MemberExpression' || !isGlobalObject(unwrap(member.object))) return false;
  const name = propertyName(member);
  return GLOBAL_OBJECTS.some((object) =>
    source.globals.get(object)?.some(({ identifier }) => {
      const written = outermost(identifier as Node).parent;
      const assignment = written?.type === 'MemberExpression' && propertyName(written) === name ? outermost(written).parent : undefined;
      return assignment?.type === 'AssignmentExpression' && unwrap(assignment.left) === written;
    }),
  );
}

/** Only a binding that some function names, or is given, can be changed by an invocation. */
function isCandidate(analysis: FileAnalysis, variable: Variable): boolean {
  if (
    variable.references.some(
      (reference) =>
        !reference.init &&
        (reference.from.variableScope !== analysis.source.moduleScope || isGiven(analysis, reference.identifier as Node)),
    )
  )
    return true;
  const init = (variable.defs[0]?.node as TSESTree.VariableDeclarator | undefined)?.init;
  return init !== null && init !== undefined && analysis.source.thisUses.has(unwrap(init));
}

/** `const isNew = makeGuard(seen)` */
function isGiven({ reach }: FileAnalysis, identifier: Node): boolean {
  const { parent } = outermost(identifier);
  return (
    (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') &&
    parent.callee !== identifier &&
    reach.calleesOf(parent).length > 0
  );
}

function isRequired(node: Node): boolean {
  if (node.type !== 'VariableDeclarator' || !node.init) return false;
  return loadedModule(unwrap(node.init)) !== undefined;
}
