/**
 * Question: which handler does a use belong to, and is it one that only the platform calls?
 */
import type { FunctionNode, Node } from '../analysis/ast.js';
import type { Handler } from '../analysis/handlers.js';
import type { FileAnalysis } from '../analysis/index.js';
import type { Reference } from '../analysis/source-index.js';

/** Uses by the innermost handler around them. `undefined` where one stands outside of a handler's body, or where code of the file calls a handler. */
export function groupByHandler(analysis: FileAnalysis, uses: readonly Reference[]): ReadonlyMap<Handler, readonly Reference[]> | undefined {
  const groups = new Map<Handler, Reference[]>();
  for (const use of uses) {
    const node = use.identifier as Node;
    const handler = handlerAround(analysis, node);
    if (
      !handler ||
      handler.fn.body.type !== 'BlockStatement' ||
      node.range[0] < handler.fn.body.range[0] ||
      !isOnlyRunByPlatform(analysis, handler)
    )
      return undefined;
    const known = groups.get(handler);
    if (known) known.push(use);
    else groups.set(handler, [use]);
  }
  return groups;
}

export function handlerAround({ source, handlers }: FileAnalysis, node: Node): Handler | undefined {
  for (let fn: FunctionNode | null = source.functionOf(node); fn; fn = source.functionOf(fn)) {
    const handler = handlers.byFunction.get(fn);
    if (handler) return handler;
  }
  return undefined;
}

/** No code of the file calls it. */
export function isOnlyRunByPlatform({ reach }: FileAnalysis, { fn }: Handler): boolean {
  return reach.callersOf(fn).length === 0;
}
