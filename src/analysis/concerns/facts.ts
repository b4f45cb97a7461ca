/** What the questions about one cell ask again and again: its accesses in invocation code, its tests, its names, and the calls around. */

import { calleeName, type CallNode, type FunctionNode, isFunction, type Node, outermost } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';
import { contains, knownTests, type Test } from '../guards.js';
import { functionName } from '../handlers.js';
import type { FileAnalysis } from '../index.js';

const MUTATIONS: ReadonlySet<Access['kind']> = new Set(['assign', 'update', 'put', 'change', 'remove', 'take', 'clear', 'reorder']);

/** Calls by the function that they belong to, callbacks counted as part of the function that holds them. */
interface CallIndex {
  readonly holderOf: (node: Node) => FunctionNode | null;
  readonly within: (holder: FunctionNode | null) => readonly CallNode[];
}

/** What more accesses would show is shown by this many. Keeps generated code from costing the square of its size. */
const MOST_ACCESSES = 300;

export function indexCalls(analysis: FileAnalysis): CallIndex {
  const { source, handlers } = analysis;
  const holders = new Map<FunctionNode, FunctionNode | null>();
  let byHolder: Map<FunctionNode | null, CallNode[]> | undefined;
  const holderOfFunction = (fn: FunctionNode | null): FunctionNode | null => {
    if (fn === null) return null;
    let holder = holders.get(fn);
    if (holder === undefined) {
      holder =
        outermost(fn).parent?.type === 'CallExpression' && !handlers.byFunction.has(fn) ? holderOfFunction(source.functionOf(fn)) : fn;
      holders.set(fn, holder);
    }
    return holder;
  };
  return {
    holderOf: (node) => holderOfFunction(source.functionOf(node)),
    within: (holder) => {
      if (!byHolder) {
        byHolder = new Map();
        for (const { node, from } of source.calls) {
          const key = holderOfFunction(from);
          const known = byHolder.get(key);
          if (known) known.push(node);
          else byHolder.set(key, [node]);
        }
      }
      return byHolder.get(holder) ?? [];
    },
  };
}

/** A cell with what the questions below ask again and again. */
export interface Facts {
  readonly analysis: FileAnalysis;
  readonly calls: CallIndex;
  readonly cell: Cell;
  readonly accesses: readonly Access[];
  readonly writes: readonly Access[];
  readonly reads: readonly Access[];
  readonly tests: readonly Test[];
  readonly names: readonly (string | undefined)[];
}

export function collectFacts(analysis: FileAnalysis, cell: Cell, calls: CallIndex): Facts {
  const accesses = cell.accesses
    .filter((access) => analysis.reach.isInvocation(access.fn) && !isMaking(analysis, cell, access.fn) && !isForTests(access.fn))
    .slice(0, MOST_ACCESSES);
  const writes = accesses.filter((access) => MUTATIONS.has(access.kind));
  const copying = writes.filter(
    (access) => (access.kind === 'put' || access.kind === 'remove') && access.site.type === 'AssignmentExpression',
  );
  const isCopied = (read: Access): boolean =>
    copying.some(({ site, key, value }) => contains(site, read.node) && !contains(key, read.node) && !contains(value, read.node));
  return {
    analysis,
    cell,
    calls,
    accesses,
    writes,
    // `seen = [...seen, id]` reads what is there only to keep it.
    reads: accesses.filter((access) => !MUTATIONS.has(access.kind) && !isCopied(access)),
    tests: knownTests(analysis, { ...cell, accesses }),
    names: [cell.name, ownerName(cell.owner), ...new Set(accesses.map((access) => (access.fn ? functionName(access.fn) : undefined)))],
  };
}

const RUN_AT_ONCE = /^(forEach|map|flatMap|filter|reduce|some|every|find|sort)$/;

/** `resetForTests()`, `setClockForTesting(clock)`: what only tests call changes nothing for anybody else. */
function isForTests(fn: FunctionNode | null): boolean {
  return fn !== null && /For(Unit)?Tests?(ing|s|Only)?$|TestOnly$/.test(functionName(fn) ?? '');
}

/** In the function that makes a closure, or in helpers that it alone calls, and that call each other: what is filled there is still its own. */
function isMaking(
  analysis: FileAnalysis,
  cell: Cell,
  fn: FunctionNode | null,
  asked: Set<FunctionNode> = new Set<FunctionNode>(),
): boolean {
  if (fn === null || !isFunction(cell.owner)) return false;
  if (fn === cell.owner || asked.has(fn)) return true;
  asked.add(fn);
  const taker = outermost(fn).parent;
  if (taker?.type === 'CallExpression' && taker.callee !== fn && RUN_AT_ONCE.test(calleeName(taker) ?? ''))
    return isMaking(analysis, cell, analysis.source.functionOf(fn), asked);
  const callers = analysis.reach.callersOf(fn);
  return (
    callers.some(({ from }) => from !== fn) &&
    !analysis.handlers.byFunction.has(fn) &&
    callers.every(({ from }) => isMaking(analysis, cell, from, asked))
  );
}

export function ownerName(owner: Node): string | undefined {
  if (isFunction(owner)) return functionName(owner);
  if (owner.type === 'ClassDeclaration' || owner.type === 'ClassExpression') return owner.id?.name;
  return undefined;
}

export function isBreaker(facts: Facts): boolean {
  return /retr(y|ies)|breaker|circuit|back-?off/i.test(ownerName(facts.cell.owner) ?? '');
}
