/**
 * Question: does the cell count, and is it attempts and failures that it counts?
 *
 *     hits[ip] = (hits[ip] ?? 0) + 1;   // counter
 *     catch { failures += 1; }          // retry, with every other variable of the breaker
 */

import { calleeName, calleeText, isFunction, keyName, type Node, numberValue, outermost, propertyName, unwrap } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';
import { branchesOf, contains, isInCatch, lastOf, leaves, turnsAway } from '../guards.js';
import { isStatusField, namesMetrics, namesParty, namesPerson, suggests } from '../vocabulary.js';
import { isPassedToRead } from './checkpoints.js';
import {
  argumentsFor,
  callSitesOf,
  derivesFromSelf,
  hasArithmetic,
  hasTime,
  holderFunction,
  identifiersIn,
  isConstantValue,
  isFrom,
  isIncrementOfSelf,
  isLater,
  isOwnStep,
  isRoundRobin,
  isTimeCompared,
  isTimeValue,
  localDefinition,
  objectFields,
  objectFieldsOf,
  stepOfSelf,
  textOf,
} from './evidence.js';
import { type Facts, isBreaker, ownerName } from './facts.js';
import { isLowered } from './locks.js';
import { isLoopOverSteps, isStepNumber, isWorkedOff, resumedLoop, statesIn } from './progress.js';
import { isOfLogger } from './observations.js';
import { holdsCallersBack, refuses } from './refusals.js';
import { isPruning, isResetFirst } from './resets.js';
import { classifyStored, isCopyOfStore, isGenericCache } from './stored.js';
import { type Step, verdict, type Verdict } from './verdict.js';

export function classifyCounts(facts: Facts, puts: readonly Access[]): Step {
  const counted =
    puts.find((access) => (access.kind === 'update' && access.delta !== undefined) || isIncrementOfSelf(facts, access.value)) ??
    puts.find((access) => access.kind === 'update' && access.depth > 0);
  const window = counted ? undefined : (windowOfTimes(facts, puts) ?? windowOfThings(facts, puts));
  const decisive = counted ?? window;
  if (!decisive) return undefined;
  if (
    (namesMetrics(facts.cell.name) && !isToldByKey(facts)) ||
    namesMetrics(ownerName(facts.cell.owner) ?? '') ||
    isCountOfUses(facts, puts, decisive)
  )
    return false;
  const resumed = counted && resumedLoop(facts, counted);
  if (resumed) return verdict(isLoopOverSteps(facts, resumed) ? 'progress' : 'checkpoint', counted);
  if (counted && (holdsRecords(facts) || isCopyOfStore(facts, puts))) return undefined;
  if (counted && /^\*/.test(stepOfSelf(facts, counted.value) ?? '')) return verdict('retry', counted);
  if (counted && (isProgressCount(facts, puts) || isWorkedOff(facts, counted) || isStepNumber(facts))) return verdict('progress', counted);
  if (isRetryCount(facts, decisive)) return verdict('retry', decisive);
  return verdict('counter', decisive);
}

/** `return stats.views[article.slug]`: the count of one thing, told to whoever asks for it, is more than a figure of the process. */
function isToldByKey(facts: Facts): boolean {
  return facts.reads.some(
    (access) => access.kind === 'get' && access.how === 'return' && access.key !== undefined && !isConstantValue(facts, access.key),
  );
}

/** `entry.hits += 1; entry.usedAt = now;` of a cache: how often an entry was asked for, to drop the others first. */
function isCountOfUses(facts: Facts, puts: readonly Access[], counted: Access): boolean {
  const isNote = (access: Access): boolean =>
    access.depth > 0 &&
    ((access.kind === 'update' && access.delta !== undefined) || (access.kind === 'change' && isTimeValue(facts, access.value)));
  const kept = puts.filter((access) => !isNote(access));
  if (!isNote(counted) || kept.length === 0) return false;
  return (
    isGenericCache(facts, kept) || (kept.every(({ value }) => isFrom(facts, value, 'external')) && classifyStored(facts, kept) === false)
  );
}

function nameOf({ name }: Cell): string {
  return name.split('.').at(-1)!.replace(/^[#_]/, '');
}

/** `{ jsonrpc: '2.0', id: ++last, method }`: the number tells the answers on one line apart, and ends with them. */
function isNumberOfCall(facts: Facts): boolean {
  return (
    facts.reads.length > 0 &&
    facts.reads.every(({ node }) => {
      let use = outermost(node);
      if (use.parent?.type === 'UpdateExpression') use = outermost(use.parent);
      const property = use.parent;
      return (
        property?.type === 'Property' &&
        keyName(property) === 'id' &&
        property.parent.type === 'ObjectExpression' &&
        property.parent.properties.some((other) => other.type === 'Property' && keyName(other) === 'jsonrpc')
      );
    })
  );
}

/** `hits`, `missCount` of a cache. */
function isFigureOfCache({ cell }: Facts): boolean {
  return (
    (suggests('cache', [ownerName(cell.owner)]) && /^(total)?(cache)?(hits?|miss(es)?)(count)?$/i.test(nameOf(cell))) ||
    /^cache_?(hits?|miss(es)?)$/i.test(nameOf(cell))
  );
}

/** A list that starts with objects of several fields holds records, whatever number in them changes. */
function holdsRecords(facts: Facts): boolean {
  const init = facts.cell.init ? unwrap(facts.cell.init) : undefined;
  const first = init?.type === 'ArrayExpression' ? init.elements[0] : undefined;
  if (first?.type === 'ObjectExpression' && first.properties.length > 2) return true;
  // `wallets.set(player, { player, balance, frozen, currency, limit, updatedAt })`
  return facts.writes.some((access) => access.kind === 'put' && objectFieldsOf(facts, access.value).length >= FIELDS_OF_A_RECORD);
}

/** What is counted or limited has fewer: a count, since when, until when, and who. */
const FIELDS_OF_A_RECORD = 6;

function isProgressCount(facts: Facts, puts: readonly Access[]): boolean {
  if (/circuit|breaker/i.test(facts.cell.name) || isBreaker(facts)) return false;
  return (
    puts.some((access) => statesIn(facts, access.value).length > 0 || (access.kind === 'change' && isStatusField(access.field))) &&
    suggests('progress', [facts.cell.name, ownerName(facts.cell.owner)])
  );
}

/** Time stamps kept by key and filtered by age. */
function windowOfTimes(facts: Facts, puts: readonly Access[]): Access | undefined {
  const aged = facts.accesses.some(
    (access) => access.kind === 'iterate' && (access.method === 'filter' || access.method === 'findIndex') && hasTime(facts, access.site),
  );
  const stamped = puts.find(
    (access) =>
      (access.method === 'push' || access.kind === 'put' || access.kind === 'change') &&
      (containsTime(facts, access.value) || (aged && derivesFromSelf(facts, access.value))),
  );
  if (!stamped) return undefined;
  const isCounted = facts.accesses.some(
    (access) => (access.kind === 'size' || access.field === 'length') && isComparedWithLimit(facts, access),
  );
  const isFiltered = facts.accesses.some(
    (access) => access.kind === 'iterate' && (access.method === 'filter' || access.method === 'findIndex'),
  );
  return isCounted &&
    (isFiltered ||
      facts.writes.some(
        (access) =>
          access.kind === 'assign' && access.value !== undefined && derivesFromSelf(facts, access.value) && hasTime(facts, access.value),
      ) ||
      facts.writes.some((access) => access.method === 'shift'))
    ? stamped
    : undefined;
}

/** `entry.paths.add(path); if (entry.paths.size > 120) return true;`, since a time that is kept beside them: how many different ones came of one key. */
function windowOfThings(facts: Facts, puts: readonly Access[]): Access | undefined {
  const added = puts.find((access) => access.kind === 'change' && access.depth > 0 && access.method === 'add');
  if (!added) return undefined;
  const isLimited = facts.tests.some(
    ({ access, holder }) =>
      holder.type === 'IfStatement' &&
      access.depth > 1 &&
      (access.field === 'size' || access.field === 'length') &&
      isComparedWithLimit(facts, access) &&
      leaves(holder.consequent),
  );
  const isTimed = facts.reads.some(
    (access) =>
      access.depth > 0 &&
      /time|stamp|since|start|reset|window|expir|first|last|At$/.test(access.field ?? '') &&
      isTimeCompared(facts, access),
  );
  return isLimited && isTimed ? added : undefined;
}

/** A number of elements compared with a limit, not with none or one, and not to make room. */
export function isComparedWithLimit(facts: Facts, access: Access): boolean {
  const comparison =
    outermost(access.node).parent?.type === 'MemberExpression'
      ? outermost(outermost(access.node).parent!).parent
      : outermost(access.node).parent;
  if (comparison?.type !== 'BinaryExpression' || !/^([<>]=?|[=!]==?)$/.test(comparison.operator)) return false;
  const other =
    unwrap(comparison.left as Node) === unwrap(access.node) || contains(comparison.left as Node, access.node)
      ? comparison.right
      : comparison.left;
  const number = numberValue(other as Node);
  if (number !== undefined && number <= 1) return false;
  const holder = comparison.parent;
  return !(
    holder?.type === 'IfStatement' &&
    facts.writes.some(
      (write) => (write.kind === 'take' || write.kind === 'remove' || write.kind === 'clear') && contains(holder.consequent, write.site),
    )
  );
}

function containsTime(facts: Facts, value: Node | undefined): boolean {
  const inner = value ? unwrap(value) : undefined;
  if (!inner) return false;
  if (inner.type === 'ArrayExpression') return inner.elements.some((element) => element !== null && isTimeValue(facts, element));
  if (inner.type === 'ObjectExpression')
    return inner.properties.some((property) => property.type === 'Property' && isTimeValue(facts, property.value));
  return isTimeValue(facts, inner);
}

/** A key as it is written, and what stands behind the local names in it: `const caller = context.ip`. */
function textsOfKey(facts: Facts, key: Node): string[] {
  const behind = identifiersIn(facts, key).flatMap((identifier) => localDefinition(facts, identifier) ?? []);
  return [key, ...behind].map((node) => textOf(facts, node));
}

function isRetryCount(facts: Facts, decisive: Access): boolean {
  const { cell } = facts;
  const keys = facts.accesses.flatMap((access) => [
    ...(access.key ? [access.key, ...argumentsFor(facts, access.key)].flatMap((key) => textsOfKey(facts, key)) : []),
    ...(cell.container === 'array' ? objectFields(access.value) : []),
  ]);
  // Whosever calls it holds back, a breaker is one.
  if (/circuit|breaker/i.test(cell.name)) return true;
  const isRefusing = holdsCallersBack(facts.tests);
  const isByPerson = namesPerson([cell.name, ...keys]) || (namesParty([cell.name, ...keys]) && isRefusing);
  // `attemptCounts` counts attempts: that it counts says nothing yet.
  const isPersonal =
    isByPerson ||
    suggests('counter', [cell.name.replace(/count(er)?s?/gi, '')]) ||
    facts.names.slice(2).some((name) => /rate_?limit/i.test(name ?? ''));
  const isNamed = suggests('retry', [cell.name, decisive.field, ...countedFields(facts, decisive.value)]) || isBreaker(facts);
  const inCatch = isOnFailure(facts, decisive);
  if (inCatch && !isByPerson) return true;
  if (
    !isByPerson &&
    keys.some((key) => /(message|delivery|receipt)_?id\b/i.test(key)) &&
    facts.tests.length + facts.reads.filter((access) => access.how === 'compare').length > 0
  )
    return true;
  if (isNamed && !isPersonal) return true;
  if (isPersonal || cell.container === 'scalar' || !facts.accesses.some((access) => access.how === 'compare')) return false;
  return facts.writes.some(
    (access) =>
      access.kind === 'remove' &&
      !isPruning(facts, access) &&
      [access.site, ...callSitesOf(facts, access)].some((site) =>
        [decisive.site, ...callSitesOf(facts, decisive)].some(
          (count) => holderFunction(facts, count) === holderFunction(facts, site) && isLater(site, count),
        ),
      ),
  );
}

export function classifyScalarCount(facts: Facts): Step {
  const { cell } = facts;
  const counted =
    facts.writes.find((access) => access.kind === 'update') ??
    facts.writes.find(
      (access) =>
        access.kind === 'assign' &&
        isIncrementOfSelf(facts, access.value) &&
        !(unwrap(access.value!).type === 'ObjectExpression' && isFrom(facts, access.value, 'request')),
    );
  if (!counted) return undefined;
  if (
    isRoundRobin(facts) ||
    isPartOfFreshText(facts) ||
    isGeneration(facts) ||
    namesMetrics(cell.name) ||
    namesMetrics(ownerName(cell.owner) ?? '') ||
    isFigureOfCache(facts) ||
    isNumberOfCall(facts) ||
    isOfLogger(facts)
  )
    return false;
  if ((counted.value !== undefined && stringLike(counted.value)) || (cell.init !== undefined && stringLike(cell.init))) return undefined;
  if (isResetFirst(facts) || isNumberOfOpen(facts)) return false;
  const passed = facts.reads.find((access) => isPassedToRead(facts, access));
  if (
    passed &&
    (suggests('checkpoint', [cell.name]) ||
      (counted.delta === undefined && counted.kind === 'update' && isFrom(facts, counted.value, 'external')))
  )
    return verdict('checkpoint', counted);
  if (isBreakerCount(facts, counted)) return verdict('retry', counted, isHoldingBack(facts) ? 'breaker' : undefined);
  if ((suggests('stage', [cell.name]) && !suggests('counter', [cell.name])) || isWorkedOff(facts, counted) || isStepNumber(facts))
    return verdict('progress', counted);
  // What is doubled, and set back to where it began, is a delay.
  if (
    /^\*/.test(stepOfSelf(facts, counted.value) ?? '') &&
    (isOnFailure(facts, counted) ||
      facts.writes.some((access) => access !== counted && access.kind === 'assign' && isConstantValue(facts, access.value)))
  )
    return verdict('retry', counted);
  if (isScalarRetry(facts, counted)) return verdict('retry', counted, isHoldingBack(facts) ? 'breaker' : undefined);
  return verdict('counter', counted);
}

/** `` const id = `${Date.now()}-${next++}-${randomUUID()}` ``: with a random part beside it no count is needed to tell two apart. */
function isPartOfFreshText(facts: Facts): boolean {
  const { source } = facts.analysis;
  const isMixed = (start: Node, depth: number): boolean => {
    let node = outermost(start);
    while (
      node.parent?.type === 'TemplateLiteral' ||
      (node.parent?.type === 'BinaryExpression' && node.parent.operator === '+') ||
      isTextMethod(node)
    )
      node = outermost(node.parent!);
    if (node !== outermost(start) && isFrom(facts, node, 'fresh')) return true;
    const declarator = node.parent;
    if (depth === 0 || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
    const uses = (source.variableOf(declarator.id)?.references ?? []).filter((reference) => !reference.init);
    return uses.length > 0 && uses.every((reference) => reference.isRead() && isMixed(reference.identifier as Node, depth - 1));
  };
  const shown = facts.reads.filter((access) => access.kind === 'read' && access.how !== 'log' && !isOwnStep(facts, access));
  return shown.length > 0 && shown.every((access) => isMixed(access.node, 2));
}

/** `const begun = generation; …; if (begun === generation) keep(data);`: asked for nothing but whether it has moved meanwhile. */
function isGeneration(facts: Facts): boolean {
  const shown = facts.reads.filter((access) => access.how !== 'log' && !isOwnStep(facts, access));
  const isSide = (side: Node): boolean => shown.some((access) => unwrap(access.node) === unwrap(side));
  return (
    shown.length > 1 &&
    shown.every((access) => {
      const comparison = outermost(access.node).parent;
      return (
        comparison?.type === 'BinaryExpression' &&
        /^[!=]==?$/.test(comparison.operator) &&
        isSide(comparison.left as Node) &&
        isSide(comparison.right)
      );
    })
  );
}

/** `count.toString(36)`, `String(count)`. */
function isTextMethod(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'MemberExpression')
    return parent.object === node && /^(toString|padStart|toFixed)$/.test(propertyName(parent) ?? '');
  return parent?.type === 'CallExpression' && (parent.callee === node ? node.type === 'MemberExpression' : calleeText(parent) === 'String');
}

/** `open += 1; socket.on('close', () => { open -= 1; })`: how many are open in this process, where nobody is held back by the number. */
function isNumberOfOpen(facts: Facts): boolean {
  const raised = facts.writes.filter((access) => access.delta === 1);
  const lowered = facts.writes.filter((access) => access.delta === -1);
  if (
    lowered.length === 0 ||
    raised.length + lowered.length < facts.writes.length ||
    facts.accesses.some((access) => isComparedWithLimit(facts, access))
  )
    return false;
  return lowered.every(({ fn }) => {
    const taker = fn ? outermost(fn).parent : undefined;
    return (
      taker?.type === 'CallExpression' &&
      !/^(then|catch|finally)$/.test(calleeName(taker) ?? '') &&
      raised.some((access) => access.fn !== null && access.fn !== fn && contains(access.fn, fn!))
    );
  });
}

/** Calls are turned away, rather than tried once more. */
function isHoldingBack(facts: Facts): boolean {
  return facts.tests.some(
    (test) => turnsAway({ ...test, polarity: 'present' }) && refuses(branchesOf({ ...test, polarity: 'present' }).present),
  );
}

function stringLike(value: Node): boolean {
  const inner = unwrap(value);
  return inner.type === 'TemplateLiteral' || (inner.type === 'Literal' && typeof inner.value === 'string');
}

function isScalarRetry(facts: Facts, counted: Access): boolean {
  if ((suggests('retry', [facts.cell.name]) || isBreaker(facts)) && !namesPerson([facts.cell.name]) && !namesParty([facts.cell.name]))
    return true;
  const isCompared = facts.reads.some((access) => access.how === 'compare' || access.how === 'test');
  return isOnFailure(facts, counted) && isCompared;
}

/** Raised by failures only, compared with a limit, and set back to none by a success: whatever the object around it is called. */
function isBreakerCount(facts: Facts, counted: Access): boolean {
  const isSetBack = facts.writes.some((access) => access !== counted && isLowered(facts, access) && !isInCatch(access.site));
  return (
    isSetBack && isOnFailure(facts, counted) && facts.reads.some((access) => access.how === 'compare' && isComparedWithLimit(facts, access))
  );
}

/** `{ errors: errors + 1, since }`: the fields that count. */
function countedFields(facts: Facts, value: Node | undefined): string[] {
  const inner = value ? unwrap(value) : undefined;
  if (inner?.type !== 'ObjectExpression') return [];
  return inner.properties.flatMap((property) =>
    property.type === 'Property' && isIncrementOfSelf(facts, property.value) ? [keyName(property) ?? ''] : [],
  );
}

/** In a `catch`, or in a helper that is called in one. */
function isOnFailure(facts: Facts, access: Access): boolean {
  const callers = callSitesOf(facts, access);
  return isInCatch(access.site) || (callers.length > 0 && callers.every(isInCatch));
}

/** In a `catch`, or where the answer of a call was looked at: `if (response.status === 429)`. */
function isAfterFailure(facts: Facts, access: Access): boolean {
  if (isInCatch(access.site)) return true;
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    if (node.type === 'IfStatement' && contains(node.consequent, access.site) && isFrom(facts, node.test, 'external')) return true;
  }
  return false;
}

/** A time until which calls are not made, set after a failure. */
export function classifyPause(facts: Facts, assigns: readonly Access[]): Step {
  const set = assigns.filter((access) => !isLowered(facts, access));
  if (set.length === 0 || !set.every((access) => isFrom(facts, access.value, 'time'))) return undefined;
  // `if (token && now < tokenExpires) return token;` holds nobody back.
  const away = facts.tests.some(
    (test) =>
      test.polarity === 'unknown' &&
      turnsAway({ ...test, polarity: 'present' }) &&
      leaves(branchesOf({ ...test, polarity: 'present' }).present) &&
      !givesWhatIsKept(facts, branchesOf({ ...test, polarity: 'present' }).present),
  );
  if (
    away &&
    set.every((access) => hasArithmetic(facts, access.value)) &&
    (suggests('retry', [facts.cell.name]) || isBreaker(facts) || set.some((access) => isAfterFailure(facts, access)))
  )
    return verdict('retry', set[0], 'breaker');
  return undefined;
}

/** The branch returns what another cell holds. */
function givesWhatIsKept(facts: Facts, branch: Node | undefined): boolean {
  const statement = lastOf(branch);
  return (
    statement?.type === 'ReturnStatement' &&
    statement.argument !== null &&
    isFrom(facts, statement.argument, 'state') &&
    !isFrom(facts, statement.argument, 'error')
  );
}

/** `breakers.set(name, new Breaker())`: a registry of objects whose own fields are hazards is one too. */
export function addRegistries(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  const byOwner = new Map<Node, Verdict>();
  for (const [cell, found] of verdicts) if (!found.strictOnly && !byOwner.has(cell.owner)) byOwner.set(cell.owner, found);
  for (const [cell, own] of facts) {
    const known = verdicts.get(cell);
    if (known && !known.strictOnly) continue;
    for (const access of own.writes) {
      const made =
        access.kind === 'put' && access.value ? own.analysis.values.of(access.value).find((value) => value.kind === 'instance') : undefined;
      const inner = made?.kind === 'instance' ? byOwner.get(made.of) : undefined;
      if (inner) verdicts.set(cell, { ...inner, decisive: access });
    }
  }
}

/** Every variable of a breaker is retry state: times and phases beside a count of failures. */
export function addBreakerSiblings(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  const owners = new Set(
    [...verdicts].filter(([cell, { concern }]) => concern === 'retry' && cell.container !== 'map').map(([cell]) => cell.owner),
  );
  if (owners.size === 0) return;
  const retryFunctions = new Set(
    [...facts.values()].flatMap((own) => (verdicts.get(own.cell)?.concern === 'retry' ? own.accesses.map((access) => access.fn) : [])),
  );
  for (const [cell, own] of facts) {
    if (!owners.has(cell.owner)) continue;
    const known = verdicts.get(cell);
    if (
      known &&
      known.concern !== 'module-state' &&
      known.concern !== 'lock' &&
      known.concern !== 'progress' &&
      known.concern !== 'counter' &&
      known.concern !== 'checkpoint'
    )
      continue;
    if (own.writes.length === 0 || !own.reads.some((access) => access.how !== 'log')) continue;
    const isPhase = own.writes.every(
      (access) =>
        access.value === undefined || isConstantValue(own, access.value) || access.kind === 'update' || isFrom(own, access.value, 'time'),
    );
    const isShared = own.writes.some((access) => access.fn !== null && retryFunctions.has(access.fn));
    const isDeciding =
      own.tests.some((test) => turnsAway({ ...test, polarity: 'present' }) || turnsAway({ ...test, polarity: 'absent' })) ||
      own.reads.some((access) => isTimeCompared(own, access) && access.how !== 'log');
    if (
      isRoundRobin(own) ||
      (cell.container !== 'scalar' &&
        own.writes.some((access) => access.value !== undefined && unwrap(access.value).type === 'ObjectExpression'))
    )
      continue;
    if (isPhase && isShared && isDeciding)
      verdicts.set(cell, { concern: 'retry', decisive: own.writes[0]!, strictOnly: false, detail: 'breaker' });
  }
}
