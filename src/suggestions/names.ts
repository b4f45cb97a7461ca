/**
 * Question: what does a name mean at a place, and which names are free there?
 */
import type { Node } from '../analysis/ast.js';
import type { Scope, SourceIndex, Variable } from '../analysis/source-index.js';

/** The variable that a name stands for at a node; `undefined` for a global. */
export function lookUp(source: SourceIndex, name: string, node: Node): Variable | undefined {
  for (let scope: Scope | null = scopeAt(source, node); scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable) return variable.defs.length > 0 ? variable : undefined;
  }
  return undefined;
}

function scopeAt({ moduleScope }: SourceIndex, { range }: Node): Scope {
  let scope = moduleScope;
  for (;;) {
    const inner: Scope | undefined = scope.childScopes.find(({ block }) => block.range[0] <= range[0] && range[1] <= block.range[1]);
    if (!inner) return scope;
    scope = inner;
  }
}

/** Whether the module may declare a name that is then meant at all these nodes: nobody else declares it, and no global is hidden. */
export function isFreeInModule(source: SourceIndex, name: string, nodes: readonly Node[]): boolean {
  return !source.moduleScope.set.has(name) && !source.globals.has(name) && nodes.every((node) => lookUp(source, name, node) === undefined);
}

/** The first of some names that a piece of code does not mention at all. */
export function unusedName(source: SourceIndex, within: Node, candidates: readonly string[]): string | undefined {
  const text = source.text.slice(...within.range);
  return candidates.find((name) => !new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text));
}
