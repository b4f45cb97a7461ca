/**
 * Question: does the cell start anew with every invocation, and is a removal housekeeping rather than work?
 *
 *     block.fill(0);                                            // reset before anything looks at it
 *     for (const [k, at] of seen) if (at < old) seen.delete(k); // pruning
 */

import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, type FunctionNode, isFunction, isNullish, type Node, outermost, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { contains, isInFinally, isInTimer, isUnconditional, leaves } from '../guards.js';
import { derivesFromSelf, hasTime, isFrom, isInternal, isOnlyLogged, statementOf } from './evidence.js';
import type { Facts } from './facts.js';

/** Every invocation empties the cell before it looks at it, or cleans up behind itself. */
export function isResetFirst(facts: Facts): boolean {
  const resets = facts.writes.filter(
    (access) =>
      (access.kind === 'clear' || access.kind === 'assign') &&
      access.depth === 0 &&
      access.operator !== '??=' &&
      access.operator !== '||=' &&
      !isFrom(facts, access.value, 'request') &&
      !derivesFromSelf(facts, access.value),
  );
  if (
    facts.writes.some(
      (access) =>
        (access.kind === 'clear' ||
          (access.kind === 'take' && access.method === 'splice') ||
          (access.kind === 'assign' && isEmptyReset(access))) &&
        isInFinally(access.site) &&
        isInHandler(facts, access),
    ) &&
    facts.cell.container !== 'scalar' &&
    facts.writes.some((access) => access.kind === 'put')
  )
    return true;
  if (resets.length === 0) return false;
  if (resets.some((reset) => isResetByHelper(facts, reset))) return true;
  return resets.some((reset) => {
    if (!reset.fn || !isUnconditional(reset.site) || !isOutsideTry(facts, reset)) return false;
    const roots = facts.accesses.filter((access) => access !== reset);
    const start = reset.fn;
    if (roots.some((access) => contains(start, access.site) && access.site.range[0] < reset.site.range[0])) return false;
    if (start.body.type === 'BlockStatement' && isAfterUse(facts, start, reset)) return false;
    // All other accesses must run under the function that resets.
    return roots.every(
      (access) =>
        contains(start, access.site) || isResultOf(facts, access.node, start) || isOnlyReachedFrom(facts, access.fn, start, reset),
    );
  });
}

/** What stands in a `try` may be skipped by an exception: then the handler and what follows find the old value. */
export function isOutsideTry(facts: Facts, access: Access): boolean {
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    const parent: Node | undefined = node.parent;
    if (parent?.type !== 'TryStatement' || parent.block !== node || !parent.handler) continue;
    const block = node;
    // Who is not served any more reads nothing.
    if (
      !parent.finalizer &&
      leaves(parent.handler.body) &&
      !facts.accesses.some((other) => contains(parent.handler ?? undefined, other.site))
    )
      continue;
    if (isWrittenInstead(facts, access, parent)) continue;
    if (facts.accesses.some((other) => other.fn === access.fn && !contains(block, other.site))) return false;
  }
  return true;
}

/** `try { … answer = { body }; } catch (error) { answer = { error }; } return answer;`: every way writes before anything reads. */
function isWrittenInstead(facts: Facts, access: Access, { handler, range }: TSESTree.TryStatement): boolean {
  const instead = facts.writes.find(
    ({ kind, site }) =>
      kind === 'assign' &&
      handler?.body.body.some((statement) => statement.type === 'ExpressionStatement' && statement.expression === site),
  );
  if (instead?.value && derivesFromSelf(facts, instead.value)) return false;
  return (
    instead !== undefined &&
    facts.accesses.every(
      (other) =>
        other.fn !== access.fn ||
        other === instead ||
        contains(access.site, other.site) ||
        other === access ||
        other.site.range[0] > (contains(handler!, other.site) ? instead.site.range[0] : range[1]),
    )
  );
}

/** `function fill() { block.fill(0); … }`, called before anything else looks at the cell. */
function isResetByHelper(facts: Facts, reset: Access): boolean {
  const helper = reset.fn;
  if (helper === null || helper.async || !isUnconditional(reset.site) || facts.analysis.handlers.byFunction.has(helper)) return false;
  const calls = facts.analysis.reach.callersOf(helper);
  if (calls.length === 0 || facts.accesses.some((access) => contains(helper, access.site) && access.site.range[0] < reset.site.range[0]))
    return false;
  return calls.every(
    ({ node, from }) =>
      from !== null &&
      isUnconditional(node) &&
      facts.accesses.every(
        (access) =>
          contains(helper, access.site) ||
          (contains(from, access.site) && access.site.range[0] > node.range[0]) ||
          isOnlyReachedFrom(facts, access.fn, from, { site: node }),
      ),
  );
}

/** `respond(check(text))`: what the function gives back is looked at once it is through. */
function isResultOf({ analysis }: Facts, node: Node, fn: FunctionNode): boolean {
  const inner = unwrap(node);
  return inner.type === 'CallExpression' && analysis.reach.calleesOf(inner).includes(fn);
}

function isInHandler(facts: Facts, access: Access): boolean {
  return access.fn !== null && facts.analysis.handlers.byFunction.has(access.fn);
}

function isEmptyReset(access: Access): boolean {
  return isNullish(access.value) || access.value === undefined;
}

/** Something that the function calls before the reset already touches the cell. */
function isAfterUse(facts: Facts, start: FunctionNode, reset: Access): boolean {
  return facts.calls
    .within(facts.calls.holderOf(reset.site))
    .some(
      (node) =>
        contains(start, node) &&
        node.range[1] <= reset.site.range[0] &&
        facts.analysis.reach.calleesOf(node).some((callee) => facts.accesses.some((access) => contains(callee, access.site))),
    );
}

export function isOnlyReachedFrom(
  facts: Facts,
  fn: FunctionNode | null,
  start: FunctionNode,
  reset: Pick<Access, 'site'>,
  asked: Set<FunctionNode> = new Set<FunctionNode>(),
): boolean {
  if (fn === null) return false;
  if (asked.has(fn)) return true;
  asked.add(fn);
  if (fn === start || contains(start, fn)) return true;
  const { handlers, reach, source } = facts.analysis;
  if (handlers.byFunction.has(fn)) return false;
  const callers = reach.callersOf(fn).filter((site) => reach.isInvocation(site.from));
  const outer = source.functionOf(fn);
  if (callers.length === 0) return outer !== null && isOnlyReachedFrom(facts, outer, start, reset, asked);
  return callers.every((site) =>
    site.from === start ? site.node.range[1] > reset.site.range[1] : isOnlyReachedFrom(facts, site.from, start, reset, asked),
  );
}

/** The element is dropped by housekeeping: while iterating the cell, from a timer, or because it is full. */
export function isPruning(facts: Facts, access: Access): boolean {
  if (isInTimer(access.site)) return true;
  if (access.method === 'splice' && access.site.type === 'CallExpression' && access.site.arguments.length === 1) return true;
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    if (
      (node.type === 'ForOfStatement' || node.type === 'ForInStatement') &&
      facts.accesses.some((other) => other.kind === 'iterate' && contains((node as { right: Node }).right, other.node))
    )
      return true;
    if (
      node.type === 'IfStatement' &&
      facts.accesses.some((other) => other.kind === 'size' && contains((node as { test: Node }).test, other.node))
    )
      return true;
    if (
      node.type === 'WhileStatement' &&
      facts.accesses.some((other) => other.kind === 'size' && contains((node as { test: Node }).test, other.node)) &&
      access.kind !== 'take'
    )
      return true;
  }
  const fn = facts.analysis.source.functionOf(access.site);
  const outer = fn && outermost(fn).parent;
  if (outer?.type === 'CallExpression' && calleeName(outer) === 'forEach') {
    return facts.accesses.some((other) => other.kind === 'iterate' && contains(outer.callee, other.node));
  }
  const key = access.key ? unwrap(access.key) : undefined;
  // `open.splice(open.findIndex((known) => known === id), 1)` looks for one, not for the old ones.
  if (key?.type === 'CallExpression' && facts.accesses.some((other) => other.kind === 'has' && other.site === key) && !hasTime(facts, key))
    return false;
  return key !== undefined && derivesFromSelf(facts, key, 3, ['iterate', 'get', 'read', 'take']);
}

export function isPruningLoop(facts: Facts, access: Access): boolean {
  return facts.writes.some((write) => write.kind === 'remove' && contains(access.site, write.site));
}

export function isPruningRead(facts: Facts, access: Access): boolean {
  return (
    access.site.type === 'CallExpression' && facts.writes.some((write) => write.kind === 'remove' && contains(access.site, write.site))
  );
}

/** `cache.keys().next().value`, `[...seen][0]`: the oldest, to make room. */
function isEvictionRead(facts: Facts, access: Access): boolean {
  const statement = statementOf(access.site);
  const block = statement?.parent;
  if (facts.writes.some((write) => write.kind === 'remove' && statement !== undefined && contains(statement, write.site))) return true;
  return (
    block?.type === 'BlockStatement' &&
    facts.writes.some(
      (write) => (write.kind === 'remove' || write.kind === 'assign' || write.kind === 'clear') && contains(block, write.site),
    ) &&
    facts.accesses.some((size) => size.kind === 'size' && block.parent?.type === 'IfStatement' && contains(block.parent.test, size.node))
  );
}

/** The content as a whole is answered, sent or worked through. */
export function isIteratedAsData(facts: Facts, isExpected: (access: Access) => boolean = () => false): boolean {
  return facts.reads.some((access) => !isExpected(access) && (isGoneThrough(facts, access) || isHandedOnWhole(facts, access)));
}

function isGoneThrough(facts: Facts, access: Access): boolean {
  if (access.kind !== 'iterate' || /^(some|every|find\w*|filter)$/.test(access.method ?? '') || isOnlyLogged(facts, access)) return false;
  return !isPruningLoop(facts, access) && !isPruningRead(facts, access) && !isEvictionRead(facts, access);
}

function isHandedOnWhole(facts: Facts, access: Access): boolean {
  return (
    access.depth === 0 &&
    access.kind === 'read' &&
    (access.how === 'argument' || (access.how === 'return' && !isInternal(facts, access.fn)))
  );
}
