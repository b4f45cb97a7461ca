/**
 * Question: does a flag, a key or a promise keep work out until other work is done?
 *
 *     if (running) return; running = true; try { … } finally { running = false; }
 *     tail = tail.then(work);
 */

import { booleanValue, calleeName, calleeText, type FunctionNode, isFunction, type Node, outermost, receiverOf, stringValue, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { branchesOf, contains, isGuarded, isInCatch, isInFinally, isInTimer, type Test, turnsAway } from '../guards.js';
import { functionName } from '../handlers.js';
import { suggests } from '../vocabulary.js';
import { isMarker, isReachedLater } from './dedup.js';
import { callSitesOf, derivesFromSelf, hasArithmetic, holderFunction, isEmptying, isFrom, isLater, isPromise, isSameFlow, isTimeValue, originsOf } from './evidence.js';
import type { Facts } from './facts.js';
import { isPruning, isPruningLoop, isPruningRead } from './resets.js';
import { type Step, verdict } from './verdict.js';

/** New work is chained on what is stored: `tail = tail.then(work)`, `map.set(k, (map.get(k) ?? done).then(work))`. */
export function classifyPromiseChain(facts: Facts, puts: readonly Access[]): Step {
  const chained = puts.find((access) => access.value !== undefined && isChainedOnSelf(facts, access.value));
  return chained && verdict('lock', chained, 'chain');
}

function isChainedOnSelf(facts: Facts, value: Node, depth = 4): boolean {
  const inner = unwrap(value);
  if (depth === 0) return false;
  if (inner.type === 'CallExpression') {
    const name = calleeName(inner) ?? '';
    const receiver = receiverOf(inner);
    if (receiver && /^(then|finally|catch)$/.test(name)) {
      const callback = inner.arguments[0];
      if ((name === 'then' || name === 'finally') && derivesFromSelf(facts, receiver) && callback !== undefined) return true;
      return isChainedOnSelf(facts, receiver, depth - 1);
    }
    const work = inner.arguments[0];
    if (isFunction(inner.callee) && inner.callee.async) return awaitsSelf(facts, inner.callee);
    if (work && isFunction(work)) return false;
    for (const callee of facts.analysis.reach.calleesOf(inner)) if (callee.async && awaitsSelf(facts, callee)) return true;
    return false;
  }
  if (inner.type === 'Identifier') {
    const definition = facts.analysis.source.variableOf(inner)?.defs[0]?.node as Node | undefined;
    return definition?.type === 'VariableDeclarator' && definition.init ? isChainedOnSelf(facts, definition.init, depth - 1) : false;
  }
  if (inner.type === 'NewExpression' && calleeText(inner) === 'Promise') return facts.accesses.some((access) => outermost(access.node).parent?.type === 'AwaitExpression');
  return false;
}

/** `(async () => { await tail; … })()`: work that waits for what is stored. */
function awaitsSelf(facts: Facts, fn: FunctionNode): boolean {
  return facts.accesses.some((access) => contains(fn, access.node) && outermost(access.node).parent?.type === 'AwaitExpression');
}

export function classifyKeyedLock(facts: Facts, puts: readonly Access[]): Step {
  const set = puts.filter((access) => access.kind === 'put');
  const removed = facts.writes.filter((access) => access.kind === 'remove' && !isPruning(facts, access));
  const isChangedBack = puts.some((access) => access.value !== undefined && booleanValue(access.value) === true) && puts.some((access) => access.value !== undefined && booleanValue(access.value) === false);
  if (set.length === 0 || (removed.length === 0 && !isChangedBack && !isLease(facts, set))) return undefined;
  if (!set.every((access) => isMarker(facts, access))) return undefined;
  const away = facts.tests.filter((test) => test.polarity !== 'absent' || true).filter(turnsAwayOrCompares);
  if (away.length === 0) return undefined;
  if (facts.accesses.some((access) => access.kind === 'iterate' && !isPruningLoop(facts, access) && access.how !== 'log' && !isPruningRead(facts, access))) return undefined;
  const named = suggests('lock', facts.names) && !suggests('dedup', [facts.cell.name]);
  const isReleased = removed.some((access) => isInFinally(access.site) || set.some((put) => isSameFlow(facts, put, access) && isLater(access.site, put.site)));
  if (isReleased && removed.every((access) => isInCatch(access.site)) ) return undefined; // undone on failure: a dedup that lets the retry through
  const guarded = set.some((access) => isGuarded(facts.analysis, facts.tests, access) || away.some((test) => isReachedLater(facts, test, access)));
  if (guarded && (isReleased || isChangedBack || (named && (removed.length > 0 || isLease(facts, set))))) return verdict('lock', set[0]);
  return undefined;
}

function turnsAwayOrCompares(test: Test): boolean {
  return turnsAway(test);
}

function isLease(facts: Facts, puts: readonly Access[]): boolean {
  return puts.every((access) => access.value !== undefined && isFrom(facts, access.value, 'time') && hasArithmetic(facts, access.value)) && suggests('lock', facts.names);
}

/** A stored promise that hits share and that is removed when it settles. */
export function classifyInFlight(facts: Facts, puts: readonly Access[]): Step {
  const set = puts.filter((access) => access.kind === 'put');
  const isPending = set.length > 0 && set.every((access) => access.value !== undefined && isPromise(facts, access.value));
  if (!isPending) return undefined;
  const removed = facts.writes.some((access) => access.kind === 'remove' || access.kind === 'clear');
  return removed ? false : undefined;
}

/** A flag tested to turn work away or to wait, set before the work, reset after it. */
export function classifyFlag(facts: Facts, assigns: readonly Access[]): Step {
  const raised = assigns.filter((access) => isRaised(facts, access));
  const lowered = assigns.filter((access) => isLowered(facts, access));
  if (raised.length === 0) return undefined;
  const away = facts.tests.filter((test) => turnsAway(test) || isWaiting(test));
  const tested = raised.filter((access) => away.some((test) => isReachedLater(facts, test, access) || contains(branchesOf(test).absent, access.site)));
  if (lowered.length > 0 && tested.length > 0 && lowered.some((access) => access.site !== tested[0]!.site)) {
    const released = lowered.some((access) => isInFinally(access.site) || callSitesOf(facts, access).some(isInFinally) || tested.some((raise) => isCalledBeside(facts, raise, access)) || isInTimer(access.site) || tested.some((raise) => isSameFlow(facts, raise, access) && !isConditionalAfter(raise, access)) || isReleaseFunction(facts, access));
    if (released && !lowered.every((access) => isInCatch(access.site))) return verdict('lock', tested[0]);
    if (lowered.every((access) => isInCatch(access.site))) return false;
    return suggests('lock', facts.names) ? verdict('lock', tested[0]) : undefined;
  }
  if (lowered.length === 0 && tested.length > 0 && isTimeValue(facts, tested[0]!.value) && suggests('lock', [facts.cell.name]) && hasArithmetic(facts, tested[0]!.value)) return verdict('lock', tested[0]);
  // Shown rather than tested: `isRunning` told to callers, set around the work.
  if (lowered.length > 0 && suggests('lock', [facts.cell.name]) && raised.some((raise) => lowered.some((access) => isSameFlow(facts, raise, access) && isLater(access.site, raise.site))) && facts.tests.length + facts.reads.length > 0) return verdict('lock', raised[0]);
  return undefined;
}

function isWaiting(test: Test): boolean {
  return test.holder.type === 'WhileStatement' || test.holder.type === 'DoWhileStatement';
}

function isRaised(facts: Facts, access: Access): boolean {
  if (access.value === undefined || isEmptying(access)) return false;
  const value = flagValue(access.value);
  if (value !== undefined) return value;
  if (isTimeValue(facts, access.value) && hasArithmetic(facts, access.value) && facts.writes.some((other) => isLowered(facts, other) && isInFinally(other.site))) return true;
  const origins = originsOf(facts, access.value);
  const isToken = origins.has('time') || origins.has('fresh') || origins.has('request') || origins.has('caller');
  return (isToken || unwrap(access.value).type === 'CallExpression') && suggests('lock', [facts.cell.name]);
}

export function isLowered(_facts: Facts, access: Access): boolean {
  return flagValue(access.value) === false || isEmptying(access) || (access.value !== undefined && unwrap(access.value).type === 'Literal' && (unwrap(access.value) as { value: unknown }).value === 0);
}

function isReleaseFunction(facts: Facts, access: Access): boolean {
  return access.fn !== null && /^(release|unlock|free|finish|end|done|leave|stop|exit)/i.test(functionName(access.fn) ?? '') && suggests('lock', facts.names);
}

/** A mark, not a value, that the same flow takes back outside a `catch`: a flag. */
export function isRaisedAndLowered(facts: Facts, assigns: readonly Access[]): boolean {
  const marks = assigns.filter((access) => !isLowered(facts, access) && access.value !== undefined && (flagValue(access.value) === true || isTimeValue(facts, access.value) || [...originsOf(facts, access.value)].every((origin) => origin === 'fresh')));
  return marks.length > 0 && assigns.some((access) => isLowered(facts, access) && !isInCatch(access.site) && marks.some((mark) => mark !== access && !isConditionalAfter(mark, access) && (isSameFlow(facts, mark, access) || isCalledBeside(facts, mark, access))));
}

/** Taken back on one way only, as after a failure: the other ways keep it for good. */
function isConditionalAfter(raise: Access, lower: Access): boolean {
  for (let node: Node | undefined = lower.site; node && !isFunction(node); node = node.parent) {
    if ((node.type === 'IfStatement' || node.type === 'SwitchCase' || node.type === 'CatchClause') && !contains(node, raise.site)) return true;
  }
  return false;
}

/** `begin()` and `end()` called by one function. */
function isCalledBeside(facts: Facts, a: Access, b: Access): boolean {
  const holders = new Set(callSitesOf(facts, a).map((site) => holderFunction(facts, site)));
  return callSitesOf(facts, b).some((site) => holders.has(holderFunction(facts, site)));
}

/** `true`, `'true'`, `'1'`; `false`, `'false'`, `'0'`. */
function flagValue(value: Node | undefined): boolean | undefined {
  const text = stringValue(value);
  if (text !== undefined) return /^(true|1|yes|on)$/.test(text) ? true : /^(false|0|no|off|)$/.test(text) ? false : undefined;
  return booleanValue(value);
}
