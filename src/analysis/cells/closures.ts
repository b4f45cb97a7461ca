/**
 * Question: which variables of functions are kept by closures that live as long as the module?
 *
 *     const next = (() => { let last = 0; return () => ++last; })();   // cell `last`
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isFunction, outermost, unwrap, type FunctionNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Scope, SourceIndex, Variable } from '../source-index.js';
import type { UseCollector } from '../uses.js';
import type { Cell } from './cell.js';
import { addRoot } from './roots.js';

/** Variables of functions that load code calls once, captured by closures that live on. */
export function addClosureVariables(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source, reach } = analysis;
  for (const fn of source.functions) {
    if (!reach.isLoadCalled(fn) || !livesOn(analysis, fn)) continue;
    const resumed = fn.generator ? resumedBy(analysis, fn) : undefined;
    for (const variable of variablesOf(source.functionScope(fn), fn.generator)) {
      const definition = variable.defs[0];
      if (definition?.type !== 'Variable') continue;
      const scope = variable.scope.variableScope;
      if (
        !resumed &&
        !variable.references.some(
          (reference) => !reference.init && reference.from.variableScope !== scope && isKept(source, fn, reference.identifier as Node),
        )
      )
        continue;
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

/** Functions that a collection calls at once and forgets. */
const CALLS_AT_ONCE = /^(forEach|map|flatMap|filter|some|every|find|findIndex|findLast|findLastIndex|reduce|reduceRight|sort|toSorted)$/;

/** Whether the function that names a variable may outlive the one that declares it: a callback that is called at once does not. */
function isKept(source: SourceIndex, owner: FunctionNode, name: Node): boolean {
  for (let fn = source.functionOf(name); fn !== null && fn !== owner; fn = source.functionOf(fn)) {
    const { parent } = outermost(fn);
    const isCalledAtOnce =
      parent?.type === 'CallExpression' && (unwrap(parent.callee) === fn || CALLS_AT_ONCE.test(calleeName(parent) ?? ''));
    if (!isCalledAtOnce) return true;
  }
  return false;
}

/** A function that load code itself calls, or a framework while it starts, and that no invocation runs again. */
export function livesOn(analysis: FileAnalysis, fn: FunctionNode): boolean {
  const { reach, handlers } = analysis;
  if (handlers.byFunction.get(fn)?.entry === 'platform') return false;
  if (handlers.setUps.has(fn)) return !reach.isInvocation(fn);
  return reach.callersOf(fn).some((site) => site.from === null || !reach.isInvocation(site.from));
}

/** The variables of a function; of a generator also those of its blocks, which wait in it between two `next()`. */
function variablesOf(scope: Scope | undefined, withBlocks: boolean): readonly Variable[] {
  if (!scope) return [];
  return withBlocks
    ? [...scope.variables, ...scope.childScopes.flatMap((child) => (child.type === 'function' ? [] : child.variables))]
    : scope.variables;
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
