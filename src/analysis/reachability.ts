/**
 * Question: which functions run during an invocation, and along which chain of calls from a handler?
 *
 *     handler → process → markSeen
 *
 * Breadth first from the handlers over call edges, so that the chain kept is a shortest one. An edge leads from a function to what it
 * calls, to functions that it passes on as arguments, and to functions inside object literals that it passes on.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, isFunction, keyName, type CallNode, type FunctionNode, type Node } from './ast.js';
import { functionName, type Handler, type Handlers } from './handlers.js';
import type { CallSite, SourceIndex } from './source-index.js';
import type { Values } from './values.js';

export interface Reachability {
  /** The handler a function is reached from, `undefined` for a function that only load code or nobody runs. */
  readonly handlerOf: (fn: FunctionNode | null) => Handler | undefined;
  /** Names from the handler to the function, both included. */
  readonly chainTo: (fn: FunctionNode) => readonly string[];
  /** All handlers from which a function is reached. */
  readonly handlersOf: (fn: FunctionNode) => ReadonlySet<Handler>;
  readonly isInvocation: (fn: FunctionNode | null) => boolean;
  readonly isLoadCalled: (fn: FunctionNode) => boolean;
  readonly callersOf: (fn: FunctionNode) => readonly CallSite[];
  readonly calleesOf: (call: CallNode) => readonly FunctionNode[];
  /** What a function may run next. */
  readonly edgesFrom: (fn: FunctionNode) => readonly FunctionNode[];
}

export function followCalls(source: SourceIndex, values: Values, handlers: Handlers): Reachability {
  const edges = new Map<FunctionNode | null, Set<FunctionNode>>();
  const callers = new Map<FunctionNode, CallSite[]>();
  const calleeCache = new Map<CallNode, readonly FunctionNode[]>();

  const calleesOf = (call: CallNode): readonly FunctionNode[] => {
    let found = calleeCache.get(call);
    if (!found) {
      found = call.type === 'NewExpression' ? constructorsOf(call) : values.functionsOf(call.callee);
      calleeCache.set(call, found);
    }
    return found;
  };
  const constructorsOf = (call: CallNode): FunctionNode[] =>
    values.of(call.callee).flatMap((value) => {
      if (value.kind === 'function') return [value.node];
      if (value.kind !== 'class') return [];
      return value.node.body.body.flatMap((member) =>
        member.type === 'MethodDefinition' && member.kind === 'constructor' && isFunction(member.value) ? [member.value] : [],
      );
    });
  const addEdge = (from: FunctionNode | null, to: FunctionNode): void => {
    if (from === to) return;
    const known = edges.get(from);
    if (known) known.add(to);
    else edges.set(from, new Set([to]));
  };

  /** By the depth that is left, from 1. */
  const functionsInside = [new Map<Node, readonly FunctionNode[]>(), new Map<Node, readonly FunctionNode[]>()];
  for (const site of source.calls) {
    for (const callee of calleesOf(site.node)) {
      addEdge(site.from, callee);
      const known = callers.get(callee);
      if (known) known.push(site);
      else callers.set(callee, [site]);
    }
    for (const argument of site.node.arguments) {
      if (argument.type !== 'SpreadElement') addPassed(site.from, argument, 2);
    }
  }
  // A function that stands in another one without being passed anywhere that the index sees: an immediately called one, a getter, a
  // property of a returned object. What is only returned runs where its result is called.
  for (const fn of source.functions) {
    const parent = fn.parent;
    if (parent?.type === 'CallExpression' && unwrap(parent.callee) === fn) {
      addEdge(source.functionOf(fn), fn);
      const site = { node: parent, from: source.functionOf(fn) };
      const known = callers.get(fn);
      if (!known) callers.set(fn, [site]);
      else if (!known.some(({ node }) => node === parent)) known.push(site);
    } else if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') {
      addEdge(source.functionOf(fn), fn);
    }
  }

  function addPassed(from: FunctionNode | null, argument: Node, depth: number): void {
    for (const value of values.of(argument)) {
      if (value.kind === 'function') {
        if (from !== null || source.functionOf(value.node) !== null || !handlers.byFunction.has(value.node)) addEdge(from, value.node);
      } else if (value.kind === 'object' && from !== null) {
        for (const fn of functionsIn(value.node, depth)) addEdge(from, fn);
      }
    }
  }

  /** Functions in an object literal and the literals in it. One that is passed to many calls is gone through once. */
  function functionsIn(object: TSESTree.ObjectExpression, depth: number): readonly FunctionNode[] {
    if (depth === 0) return NO_FUNCTIONS;
    const known = functionsInside[depth - 1]!;
    let found = known.get(object) as FunctionNode[] | undefined;
    if (found) return found;
    found = [];
    known.set(object, found);
    for (const property of object.properties) {
      if (property.type !== 'Property' || keyName(property) === undefined) continue;
      for (const value of values.of(property.value)) {
        if (value.kind === 'function') found.push(value.node);
        else if (value.kind === 'object') found.push(...functionsIn(value.node, depth - 1));
      }
    }
    return found;
  }

  const reachedFrom = new Map<FunctionNode, { handler: Handler; previous: FunctionNode | null }>();
  const queue: FunctionNode[] = [];
  const order = [...handlers.all].sort((a, b) => RANK[a.entry] - RANK[b.entry]);
  for (const handler of order) {
    if (reachedFrom.has(handler.fn)) continue;
    reachedFrom.set(handler.fn, { handler, previous: null });
    queue.push(handler.fn);
  }
  for (let at = 0; at < queue.length; at += 1) {
    const fn = queue[at]!;
    const { handler } = reachedFrom.get(fn)!;
    for (const next of edges.get(fn) ?? []) {
      if (reachedFrom.has(next)) continue;
      reachedFrom.set(next, { handler, previous: fn });
      queue.push(next);
    }
  }

  const loadCalled = new Set<FunctionNode>([...(edges.get(null) ?? []), ...handlers.setUps]);
  for (const handler of handlers.all)
    if (handler.entry === 'platform' || handler.entry === 'callback' || handler.entry === 'timer')
      if (!isCalledAtLoad(handler.fn)) loadCalled.delete(handler.fn);
  const loadQueue = [...loadCalled];
  for (let at = 0; at < loadQueue.length; at += 1) {
    for (const next of edges.get(loadQueue[at]!) ?? []) {
      // What declares a handler does not run it.
      if (loadCalled.has(next) || isRegistered(next)) continue;
      loadCalled.add(next);
      loadQueue.push(next);
    }
  }

  function isRegistered(fn: FunctionNode): boolean {
    return handlers.byFunction.get(fn)?.call !== undefined && (callers.get(fn) ?? []).length === 0;
  }

  function isCalledAtLoad(fn: FunctionNode): boolean {
    return (callers.get(fn) ?? []).some((site) => site.from === null);
  }

  const handlersReaching = new Map<FunctionNode, Set<Handler>>();
  const handlersOf = (fn: FunctionNode): ReadonlySet<Handler> => {
    let found = handlersReaching.get(fn);
    if (!found) {
      found = new Set();
      const visited = new Set([fn]);
      const pending = [fn];
      for (let current = pending.pop(); current; current = pending.pop()) {
        const handler = handlers.byFunction.get(current);
        if (handler) found.add(handler);
        for (const [from, targets] of reverseEdges(current)) {
          if (targets && !visited.has(from)) {
            visited.add(from);
            pending.push(from);
          }
        }
      }
      handlersReaching.set(fn, found);
    }
    return found;
  };
  let reverse: Map<FunctionNode, Map<FunctionNode, boolean>> | undefined;
  function reverseEdges(fn: FunctionNode): Iterable<[FunctionNode, boolean]> {
    if (!reverse) {
      reverse = new Map();
      for (const [from, targets] of edges) {
        if (from === null) continue;
        for (const to of targets) {
          const known = reverse.get(to) ?? new Map<FunctionNode, boolean>();
          known.set(from, true);
          reverse.set(to, known);
        }
      }
    }
    return reverse.get(fn) ?? [];
  }

  return {
    handlerOf: (fn) => (fn === null ? undefined : reachedFrom.get(fn)?.handler),
    handlersOf,
    isInvocation: (fn) => fn !== null && reachedFrom.has(fn),
    isLoadCalled: (fn) => loadCalled.has(fn),
    callersOf: (fn) => callers.get(fn) ?? [],
    calleesOf,
    edgesFrom: (fn) => [...(edges.get(fn) ?? [])],
    chainTo: (fn) => {
      const names: string[] = [];
      for (let current: FunctionNode | null = fn; current;) {
        const step = reachedFrom.get(current);
        if (!step) break;
        const name = step.previous === null ? step.handler.name : functionName(current);
        if (name !== undefined && name !== names.at(-1)) names.push(name);
        current = step.previous;
      }
      return names.reverse();
    },
  };
}

const NO_FUNCTIONS: readonly FunctionNode[] = [];

/** A chain starts at a platform's handler where it can, at an export next. */
const RANK = { platform: 0, export: 1, callback: 2, timer: 3 } as const;
