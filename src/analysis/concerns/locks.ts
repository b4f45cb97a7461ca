/**
 * Question: does a flag, a key or a promise keep work out until other work is done?
 *
 *     if (running) return; running = true; try { … } finally { running = false; }
 *     tail = tail.then(work);
 */

import {
  booleanValue,
  calleeName,
  calleeText,
  type CallNode,
  type FunctionNode,
  isAwaited,
  isFunction,
  isPromiseMethod,
  type Node,
  numberValue,
  outermost,
  receiverOf,
  stringValue,
  unwrap,
} from '../ast.js';
import type { Access } from '../cells/index.js';
import { branchesOf, contains, isGuarded, isInCatch, isInFinally, isInTimer, leaves, type Test, turnsAway } from '../guards.js';
import { functionName } from '../handlers.js';
import { isLogged } from '../uses.js';
import { suggests, wordsOf } from '../vocabulary.js';
import { claimsAfter, isMarker, isReachedLater, isWhereRepeatsEnd, sharesWork } from './dedup.js';
import {
  callSitesOf,
  derivesFromSelf,
  hasArithmetic,
  holderFunction,
  isEmptying,
  isFrom,
  isLater,
  isOnlyLogged,
  isPromise,
  isReturned,
  isSameFlow,
  isTimeCompared,
  isTimeValue,
  localDefinition,
  originsOf,
  statementOf,
  textOf,
} from './evidence.js';
import type { Facts } from './facts.js';
import { refuses } from './refusals.js';
import { isIteratedAsData, isPruning } from './resets.js';
import { isAnswer } from './stored.js';
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
    if (receiver && isPromiseMethod(name)) {
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
  if (inner.type === 'NewExpression' && calleeText(inner) === 'Promise')
    return facts.accesses.some((access) => outermost(access.node).parent?.type === 'AwaitExpression');
  return false;
}

/** `(async () => { await tail; … })()`: work that waits for what is stored. */
function awaitsSelf(facts: Facts, fn: FunctionNode): boolean {
  return facts.accesses.some((access) => contains(fn, access.node) && outermost(access.node).parent?.type === 'AwaitExpression');
}

/**
 * A key tested to turn work away, set before the work and given back under the key: by the same flow, or by a function of its own, as in
 * `hold` and `release`. What is given back only after a failure, by a timer or by housekeeping is a memory of what was done.
 */
export function classifyKeyedLock(facts: Facts, puts: readonly Access[]): Step {
  const set = puts.filter((access) => access.kind === 'put' && booleanValue(access.value) !== false);
  const released = [
    ...facts.writes.filter((access) => access.kind === 'remove' && !isPruning(facts, access)),
    ...puts.filter((access) => access.kind === 'put' && booleanValue(access.value) === false),
  ];
  if (set.length === 0 || !set.every((access) => isMarker(facts, access) || isHolder(facts, access))) return undefined;
  // `if (last.get(id) === text) return; last.set(id, text)` lets another text through.
  const asksForValue = (test: Test): boolean =>
    test.against !== undefined &&
    set.some((access) => access.value !== undefined && textOf(facts, access.value) === textOf(facts, test.against!));
  const away = facts.tests.filter((test) => keepsOut(test) && !asksForValue(test));
  const claims = set.filter(
    (access) => isGuarded(facts.analysis, facts.tests, access) || away.some((test) => claimsAfter(facts, test, access)),
  );
  if (away.length === 0 || claims.length === 0) return undefined;
  if (isIteratedAsData(facts, (access) => isWhereRepeatsEnd(facts, access))) return undefined;
  const isNamed = suggests('lock', facts.names) && !suggests('dedup', [facts.cell.name]);
  if (released.length === 0) return isLease(facts, set) || (isNamed && isHeldUntil(facts, set)) ? verdict('lock', claims[0]) : undefined;
  if (released.every((access) => isUndo(facts, access))) return undefined;
  const isGivenBack = released.some((access) => isGivenBackBy(facts, claims, access));
  if (isGivenBack) return verdict('lock', claims[0]);
  // Set and given back by functions of their own: a membership, where somebody else asks who is in.
  const isAskedElsewhere = facts.reads.some((access) => isAskedByOthers(facts, set, released, access));
  if (suggests('dedup', [facts.cell.name]) && !isNamed && !released.some((access) => isReleaseFunction(access))) return undefined;
  return isNamed || !isAskedElsewhere ? verdict('lock', claims[0]) : undefined;
}

/** A flag in each element: `if (tenant.syncing) return; tenant.syncing = true; try { … } finally { tenant.syncing = false; }`. */
export function classifyHeldField(facts: Facts, puts: readonly Access[]): Step {
  const raised = puts.filter((access) => access.kind === 'change' && access.field !== undefined && flagValue(access.value) === true);
  const taken = raised.filter((access) =>
    facts.tests.some(
      (test) => test.access.field === access.field && (turnsAway(test) || isWaiting(test)) && claimsAfter(facts, test, access),
    ),
  );
  const lowered = puts.filter(
    (access) => access.kind === 'change' && flagValue(access.value) === false && taken.some((raise) => raise.field === access.field),
  );
  return lowered.some((access) => isGivenBackBy(facts, taken, access)) ? verdict('lock', taken[0]) : undefined;
}

/** Taken back because the work failed: the next try is let through, and what succeeded stays known. */
function isUndo(facts: Facts, removed: Access): boolean {
  if (isInCatch(removed.site) || isInTimer(removed.site)) return true;
  const callers = callSitesOf(facts, removed);
  return callers.length > 0 && callers.every((site) => isInCatch(site) || isInTimer(site));
}

/** In a `finally`, or later in the flow that took the key, whatever way it went. */
function isGivenBackBy(facts: Facts, claims: readonly Access[], removed: Access): boolean {
  if (isInFinally(removed.site) || callSitesOf(facts, removed).some(isInFinally)) return true;
  return claims.some(
    (claim) =>
      (isSameFlow(facts, claim, removed) && isLater(removed.site, claim.site) && !isUndo(facts, removed)) ||
      isCalledBeside(facts, claim, removed),
  );
}

/** Who holds the key, and since or until when: read only to be compared, told to who comes second, or to be stopped. */
function isHolder(facts: Facts, access: Access): boolean {
  if (access.value === undefined || facts.writes.some((write) => write.kind === 'change' || write.kind === 'update')) return false;
  const read = facts.reads.filter(
    (other) => other.depth > 0 && other.kind !== 'has' && other.how !== 'test' && other.how !== 'compare' && other.how !== 'log',
  );
  // A promise that hits share is one piece of work; a promise that hits wait for, to begin their own, is a turn.
  if (isPromise(facts, access.value)) return read.every(isOnlyAwaited);
  return (
    !isAnswer(facts, access.value) &&
    read.every(
      (other) => other.method === 'abort' || isWhereRepeatsEnd(facts, other) || (isTimeCompared(facts, other) && !isReturned(facts, other)),
    )
  );
}

/** `await turns.get(id)` as a statement of its own. */
function isOnlyAwaited(read: Access): boolean {
  const awaited = outermost(read.method === undefined ? read.node : read.site).parent;
  return awaited?.type === 'AwaitExpression' && outermost(awaited).parent?.type === 'ExpressionStatement';
}

/** A look at the cell from a flow that neither takes nor gives back. */
function isAskedByOthers(facts: Facts, set: readonly Access[], released: readonly Access[], access: Access): boolean {
  if (access.how === 'log') return false;
  const holder = holderFunction(facts, access.site);
  return ![...set, ...released].some(
    (write) =>
      holderFunction(facts, write.site) === holder || callSitesOf(facts, write).some((site) => holderFunction(facts, site) === holder),
  );
}

/** A time until which the key is taken, which the holder may pass while others are turned away. */
function isHeldUntil(facts: Facts, set: readonly Access[]): boolean {
  return set.every((access) => access.value !== undefined && isFrom(facts, access.value, 'time') && hasArithmetic(facts, access.value));
}

function isLease(facts: Facts, set: readonly Access[]): boolean {
  return (
    isHeldUntil(facts, set) &&
    facts.tests.some(
      (test) =>
        test.access.how === 'compare' &&
        test.against !== undefined &&
        isFrom(facts, test.against, 'request', 'caller') &&
        !isFrom(facts, test.against, 'time') &&
        turnsAway({ ...test, polarity: 'present' }),
    )
  );
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
  const away = facts.tests.filter((test) => keepsOut(test) && !sharesWork(facts, test));
  const tested = raised.filter((access) =>
    away.some((test) => isReachedLater(facts, test, access) || contains(branchesOf(test).absent, access.site)),
  );
  if (lowered.length > 0 && tested.length > 0 && lowered.some((access) => access.site !== tested[0]!.site)) {
    const released = lowered.some((access) => isReleased(facts, tested, access));
    if (released && !lowered.every((access) => isInCatch(access.site))) return verdict('lock', tested[0]);
    if (lowered.every((access) => isInCatch(access.site))) return false;
    return suggests('lock', facts.names) ? verdict('lock', tested[0]) : undefined;
  }
  if (
    lowered.length === 0 &&
    tested.length > 0 &&
    isTimeValue(facts, tested[0]!.value) &&
    suggests('lock', [facts.cell.name]) &&
    hasArithmetic(facts, tested[0]!.value)
  )
    return verdict('lock', tested[0]);
  // Shown rather than tested: `isRunning` told to callers, set around the work.
  if (
    lowered.length > 0 &&
    suggests('lock', [facts.cell.name]) &&
    raised.some((raise) => lowered.some((access) => isSameFlow(facts, raise, access) && isLater(access.site, raise.site))) &&
    facts.tests.length + facts.reads.length > 0
  )
    return verdict('lock', raised[0]);
  return undefined;
}

/** `if (!told) { logger.warn(…); told = true; }`: nothing but log lines is kept from being repeated. */
function isToldOnce({ site }: Access): boolean {
  const statement = outermost(site).parent;
  const block = statement?.type === 'ExpressionStatement' ? statement.parent : undefined;
  if (block?.type !== 'BlockStatement' || block.parent.type !== 'IfStatement' || block.body.length < 2) return false;
  return block.body.every(
    (candidate) => candidate === statement || (candidate.type === 'ExpressionStatement' && isLogged(candidate.expression)),
  );
}

function isReleased(facts: Facts, raised: readonly Access[], lowered: Access): boolean {
  if (callSitesOf(facts, lowered).some(isInFinally) || isInTimer(lowered.site)) return true;
  if (isInFinally(lowered.site) && !isSetElsewhere(facts, raised, lowered)) return true;
  if (
    raised.some(
      (raise) => isCalledBeside(facts, raise, lowered) || (isSameFlow(facts, raise, lowered) && !isConditionalAfter(raise, lowered)),
    )
  )
    return true;
  // Given back by a function of its own, which other files call: who comes second is refused, not merely spared the same set-up.
  return isRefused(facts, raised) || (isReleaseFunction(lowered) && suggests('lock', facts.names));
}

/** `connect()` sets it and `disconnect()` takes it back, and each is called by other files: the `finally` belongs to no work that the flag guards. */
function isSetElsewhere(facts: Facts, raised: readonly Access[], lowered: Access): boolean {
  const isEntry = ({ fn }: Access): boolean =>
    fn !== null && facts.analysis.handlers.byFunction.has(fn) && facts.analysis.reach.callersOf(fn).length === 0;
  return isEntry(lowered) && raised.every((raise) => raise.fn !== lowered.fn && isEntry(raise));
}

function isRefused(facts: Facts, raised: readonly Access[]): boolean {
  return facts.tests.some((test) => refuses(branchesOf(test).present) && raised.some((raise) => claimsAfter(facts, test, raise)));
}

/**
 * Who or what is at work, or since when: `if (current !== null) return busy; current = id; … finally { current = null; }`, and words such as
 * `'busy'` and `'idle'`. Nobody goes on to work with the value; where somebody does, it is no lock.
 */
export function classifyHeld(facts: Facts, assigns: readonly Access[]): Step {
  const lowered = assigns.filter((access) => isIdle(facts, access));
  const held = assigns.filter(
    (access) => !lowered.includes(access) && access.value !== undefined && !isPromise(facts, access.value) && !isMade(facts, access.value),
  );
  if (held.length === 0 || lowered.length === 0 || held.length + lowered.length < assigns.length) return undefined;
  if (held.every(isToldOnce)) return false;
  if (
    facts.writes.length > assigns.length ||
    lowered.every((access) => isInCatch(access.site)) ||
    held.every((access) => isInCatch(access.site))
  )
    return undefined;
  const away = facts.tests
    .map((test) => withPolarity(facts, held, lowered, test))
    .filter((test) => keepsOut(test) && !sharesWork(facts, test));
  const taken = held.filter((access) => away.some((test) => claimsAfter(facts, test, access)));
  const isUsed = facts.reads.some(
    (access) =>
      access.how !== 'test' &&
      access.how !== 'compare' &&
      access.how !== 'log' &&
      !isOnlyLogged(facts, access) &&
      !isWhereRepeatsEnd(facts, access) &&
      !isTimeCompared(facts, access),
  );
  if (taken.length === 0 || (isUsed && !suggests('lock', [facts.cell.name]))) return undefined;
  return lowered.some((access) =>
    isReleased(
      facts,
      taken.filter((claim) => !isSameFlow(facts, claim, access) || isLater(access.site, claim.site)),
      access,
    ),
  )
    ? verdict('lock', taken[0])
    : undefined;
}

/** An object made for use: a client, a connection, a timer; also under a name, `const client = await connect()`. */
function isMade(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  const definition = inner.type === 'Identifier' ? localDefinition(facts, inner) : undefined;
  if (definition) return isMade(facts, definition);
  // `new Date()` says since when, and is not worked with.
  return (
    (inner.type === 'NewExpression' && calleeText(inner) !== 'Date') ||
    inner.type === 'AwaitExpression' ||
    (inner.type === 'CallExpression' && /^set(Timeout|Interval|Immediate)$/.test(calleeName(inner) ?? ''))
  );
}

/** Back to nothing, or to what it was declared with. */
function isIdle(facts: Facts, access: Access): boolean {
  return (
    isLowered(facts, access) ||
    (access.value !== undefined &&
      facts.cell.init !== undefined &&
      unwrap(access.value).type === 'Literal' &&
      textOf(facts, unwrap(access.value)) === textOf(facts, unwrap(facts.cell.init)))
  );
}

/** `state === 'busy'` and `state !== 'idle'` ask for the same as a flag does. */
function withPolarity(facts: Facts, held: readonly Access[], idle: readonly Access[], test: Test): Test {
  if (test.polarity !== 'unknown' || test.against === undefined) return test;
  const against = textOf(facts, unwrap(test.against));
  const isSaid = (access: Access): boolean => access.value !== undefined && textOf(facts, unwrap(access.value)) === against;
  let isBusy: boolean | undefined;
  for (let node: Node | undefined = test.access.node; node && node !== test.holder; node = node.parent) {
    if (node.type === 'BinaryExpression' && /^[=!]==?$/.test(node.operator)) {
      if (held.some(isSaid)) isBusy = node.operator.startsWith('=');
      else if (idle.some(isSaid)) isBusy = node.operator.startsWith('!');
    } else if (node.type === 'UnaryExpression' && node.operator === '!' && isBusy !== undefined) {
      isBusy = !isBusy;
    }
  }
  return isBusy === undefined ? test : { ...test, polarity: isBusy ? 'present' : 'absent' };
}

/** Whether who comes second waits, is turned away, or gets to a refusal behind the branch that does all the work. */
function keepsOut(test: Test): boolean {
  if (turnsAway(test) || isWaiting(test)) return true;
  const { present, absent } = branchesOf(test);
  const block = test.holder.parent;
  if (test.holder.type !== 'IfStatement' || present !== undefined || !leaves(absent) || block?.type !== 'BlockStatement') return false;
  return refuses(block.body[block.body.indexOf(test.holder) + 1]);
}

function isWaiting(test: Test): boolean {
  return test.holder.type === 'WhileStatement' || test.holder.type === 'DoWhileStatement';
}

function isRaised(facts: Facts, access: Access): boolean {
  if (access.value === undefined || isEmptying(access)) return false;
  const value = flagValue(access.value);
  if (value !== undefined) return value;
  if (bitOf(facts, access) === 'raised') return true;
  if (
    isTimeValue(facts, access.value) &&
    hasArithmetic(facts, access.value) &&
    facts.writes.some((other) => isLowered(facts, other) && isInFinally(other.site))
  )
    return true;
  const origins = originsOf(facts, access.value);
  const isToken = origins.has('time') || origins.has('fresh') || origins.has('request') || origins.has('caller');
  return (isToken || unwrap(access.value).type === 'CallExpression') && suggests('lock', [facts.cell.name]);
}

export function isLowered(facts: Facts, access: Access): boolean {
  return flagValue(access.value) === false || bitOf(facts, access) === 'lowered' || isEmptying(access) || numberValue(access.value) === 0;
}

/** `if (running) return; if (!(await lease.acquire())) return; running = true;`: others are kept out by a lease elsewhere, and the flag saves the trip. */
export function isBehindLease(facts: Facts, { site }: Access): boolean {
  const { reach } = facts.analysis;
  const isClaim = (call: CallNode): boolean => {
    return (
      wordsOf(calleeText(call) ?? calleeName(call) ?? '').some((word) => LEASE.test(word)) &&
      isAwaited(call) &&
      !reach.calleesOf(call).some((fn) => facts.accesses.some((access) => access.fn === fn))
    );
  };
  return facts.calls.within(holderFunction(facts, site)).some((call) => {
    if (!isClaim(call)) return false;
    const statement = statementOf(call);
    if (statement?.type === 'IfStatement') return contains(statement.test, call) && leaves(statement.consequent);
    // `const isMine = await lease.acquire(); if (!isMine) return;`
    const [declared] = statement?.type === 'VariableDeclaration' ? statement.declarations : [];
    const variable = declared && facts.analysis.source.variableOf(declared.id);
    return (variable?.references ?? []).some(({ identifier }) => {
      const test = statementOf(identifier as Node);
      return test?.type === 'IfStatement' && contains(test.test, identifier as Node) && leaves(test.consequent);
    });
  });
}

const LEASE = /^(acquire|lock|lease)$/;

function isReleaseFunction(access: Access): boolean {
  return access.fn !== null && /^(release|unlock|free|finish|end|done|leave|stop|exit)/i.test(functionName(access.fn) ?? '');
}

/** A mark, not a value, that the same flow takes back outside a `catch`: a flag. */
export function isRaisedAndLowered(facts: Facts, assigns: readonly Access[]): boolean {
  const marks = assigns.filter(
    (access) =>
      !isLowered(facts, access) &&
      access.value !== undefined &&
      (flagValue(access.value) === true ||
        bitOf(facts, access) === 'raised' ||
        isTimeValue(facts, access.value) ||
        [...originsOf(facts, access.value)].every((origin) => origin === 'fresh')),
  );
  return (
    marks.length > 0 &&
    assigns.some(
      (access) =>
        isLowered(facts, access) &&
        !isInCatch(access.site) &&
        marks.some(
          (mark) =>
            mark !== access &&
            !isConditionalAfter(mark, access) &&
            (isSameFlow(facts, mark, access) || isCalledBeside(facts, mark, access)),
        ),
    )
  );
}

/** Taken back on one way only, as after a failure: the other ways keep it for good. */
function isConditionalAfter(raise: Access, lower: Access): boolean {
  for (let node: Node | undefined = lower.site; node && !isFunction(node); node = node.parent) {
    if ((node.type === 'IfStatement' || node.type === 'SwitchCase' || node.type === 'CatchClause') && !contains(node, raise.site))
      return true;
  }
  return false;
}

/** `begin()` and `end()` called by one function. */
function isCalledBeside(facts: Facts, a: Access, b: Access): boolean {
  const holders = new Set(callSitesOf(facts, a).map((site) => holderFunction(facts, site)));
  return callSitesOf(facts, b).some((site) => holders.has(holderFunction(facts, site)));
}

/** `active |= bit` and `active &= ~bit`, also written out: one of the flags that a number holds. */
function bitOf(facts: Facts, { operator, value }: Access): 'raised' | 'lowered' | undefined {
  const written = value && unwrap(value);
  const isWrittenOut = operator === '=' && written?.type === 'BinaryExpression' && derivesFromSelf(facts, written);
  const sign = isWrittenOut ? written.operator : operator?.slice(0, -1);
  if (sign === '|') return 'raised';
  const sides = isWrittenOut ? [written.left as Node, written.right] : written ? [written] : [];
  return sign === '&' && sides.map(unwrap).some((side) => side.type === 'UnaryExpression' && side.operator === '~') ? 'lowered' : undefined;
}

/** `true`, `'true'`, `'1'`; `false`, `'false'`, `'0'`. */
function flagValue(value: Node | undefined): boolean | undefined {
  const text = stringValue(value);
  if (text !== undefined) return /^(true|1|yes|on)$/.test(text) ? true : /^(false|0|no|off|)$/.test(text) ? false : undefined;
  return booleanValue(value);
}
