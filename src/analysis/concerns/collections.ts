/**
 * Question: what is a `Map`, `Set`, array or dictionary used for?
 *
 * The order of the questions is the order of the decision table: from the most particular structure to the least. Registries of
 * callbacks and live handles are left alone first.
 */

import { calleeText, type CallNode, type Node, outermost, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { branchesOf, isGuarded, isInFinally, isUnconditional } from '../guards.js';
import { suggests } from '../vocabulary.js';
import { classifyKeyedCheckpoint } from './checkpoints.js';
import { classifyCounts } from './counts.js';
import { classifyKeyedDedup, classifyNestedKeys, isNewCollection } from './dedup.js';
import { derivesFromSelf, firstArgument, isFrom, isKeyed, localDefinition, originsOf, walk } from './evidence.js';
import type { Facts } from './facts.js';
import { holdsLiveHandles } from './live-connections.js';
import { classifyHeldField, classifyInFlight, classifyKeyedLock, classifyPromiseChain } from './locks.js';
import { classifyKeyedProgress } from './progress.js';
import { classifyQueue, isOrderOfKeys } from './queues.js';
import { isOfLogger, isRingOfLogs } from './observations.js';
import { refuses } from './refusals.js';
import { isPruning, isResetFirst } from './resets.js';
import { classifyScalar } from './scalars.js';
import { isBuiltWhereAbsent, isGivenByProgram } from './start-up.js';
import { classifyStored } from './stored.js';
import { verdict, type Verdict } from './verdict.js';

export function classifyCollection(facts: Facts): Verdict | undefined {
  const { writes, cell } = facts;
  if (isOfLogger(facts) || isRingOfLogs(facts) || isResetFirst(facts) || isOrderOfKeys(facts) || isBuiltWhereAbsent(facts))
    return undefined;
  if (holdsLiveHandles(facts)) return classifyHeldHandles(facts);
  const switched = classifySwitchedElements(facts);
  if (switched) return switched;
  if (isRegistryOfFunctions(facts) || isRegistryOfParts(facts)) return undefined;
  const puts = writes.filter(
    (access) =>
      access.kind === 'put' ||
      ((access.kind === 'change' || access.kind === 'update') && access.depth > 0) ||
      (access.kind === 'assign' && derivesFromSelf(facts, access.value)),
  );
  if (puts.length === 0) return classifyTaking(facts) ?? classifyFilledElsewhere(facts);
  if (puts.every((access) => isMergedIn(facts, access))) return undefined;
  if (isGivenByProgram(facts, puts) || puts.every((access) => measuresProcess(facts, access))) return undefined;
  return (
    (classifyPromiseChain(facts, puts) ??
      classifyQueue(facts, puts) ??
      classifyKeyedProgress(facts, puts) ??
      classifyCounts(facts, puts) ??
      classifyKeyedLock(facts, puts) ??
      classifyHeldField(facts, puts) ??
      classifyInFlight(facts, puts) ??
      classifyNestedKeys(facts, puts) ??
      classifyKeyedDedup(facts, puts) ??
      classifyKeyedCheckpoint(facts, puts) ??
      (cell.container === 'object' && !isKeyed(facts) ? classifyScalar(facts) : classifyStored(facts, puts))) ||
    undefined
  );
}

/** Who comes second is refused until the work is over: the key is what counts, whatever is kept under it. */
function classifyHeldHandles(facts: Facts): Verdict | undefined {
  if (!facts.writes.some((access) => access.kind === 'remove' && isInFinally(access.site))) return undefined;
  if (!facts.tests.some((test) => refuses(branchesOf(test).present))) return undefined;
  return (
    classifyKeyedLock(
      facts,
      facts.writes.filter((access) => access.kind === 'put'),
    ) || undefined
  );
}

/** A platform's handler adds or takes out elements that are written down in the code: the list says what requests have switched. */
function classifySwitchedElements(facts: Facts): Verdict | undefined {
  const { analysis, writes } = facts;
  const changes = writes.filter((access) => access.kind === 'put' || access.kind === 'remove');
  if (changes.length === 0 || changes.length < writes.length) return undefined;
  const isFixed = (node: Node | undefined): boolean =>
    node === undefined ||
    ([...originsOf(facts, node)].every((origin) => origin === 'constant' || origin === 'load') && !derivesFromSelf(facts, node));
  if (
    !changes.every(
      (access) =>
        isFixed(access.value) && isFixed(access.key) && access.fn !== null && analysis.reach.handlerOf(access.fn)?.entry === 'platform',
    )
  )
    return undefined;
  if (changes.every((access) => access.kind === 'put' && isGuarded(analysis, facts.tests, access))) return undefined;
  return verdict('module-state', changes[0]);
}

function classifyTaking(facts: Facts): Verdict | undefined {
  const taken = facts.writes.find((access) => access.kind === 'take');
  if (taken && isResultHandedOn(taken)) return verdict('record', taken, 'taken');
  const reordered = facts.writes.find(
    (access) =>
      access.kind === 'reorder' &&
      (access.method === 'reverse' || !isUnconditional(access.site) || isFrom(facts, access.value ?? firstArgument(access), 'request')),
  );
  if (reordered) return verdict('module-state', reordered);
  const removed = facts.writes.find(
    (access) =>
      access.kind === 'remove' &&
      access.key !== undefined &&
      isFrom(facts, access.key, 'request', 'caller') &&
      !isUnregistered(facts, access),
  );
  if (removed && isNeverFilled(facts)) return undefined;
  if (removed) return verdict('record', removed);
  const assigned = facts.writes.find(
    (access) => access.kind === 'assign' && access.value !== undefined && isFrom(facts, access.value, 'request'),
  );
  return assigned ? classifyScalar(facts) : undefined;
}

/** Made empty, and nobody who sees it puts anything in. */
function isNeverFilled({ cell }: Facts): boolean {
  const isFilling = /^(put|assign|change|update)$/;
  return (
    !cell.isExported &&
    cell.kind === 'binding' &&
    cell.init !== undefined &&
    isNewCollection(cell.init) &&
    !cell.accesses.some((access) => isFilling.test(access.kind) || access.how === 'argument' || access.how === 'export')
  );
}

/** `remove(name)` of a class whose `register(part)` fills the list while the program starts. */
function isUnregistered({ cell, analysis }: Facts, access: Access): boolean {
  const isFilledAtStart = cell.accesses.some((other) => other.kind === 'put' && !analysis.reach.isInvocation(other.fn));
  return (
    isFilledAtStart &&
    access.fn !== null &&
    analysis.reach.handlerOf(access.fn)?.entry === 'export' &&
    cell.init !== undefined &&
    isNewCollection(cell.init)
  );
}

/** An exported collection that a timer prunes here is filled by the files that import it. */
function classifyFilledElsewhere(facts: Facts): Verdict | undefined {
  const { cell } = facts;
  const pruned = facts.writes.find((access) => access.kind === 'remove' && isPruning(facts, access));
  if (!cell.isExported || !pruned || suggests('cache', [cell.name])) return undefined;
  const concern = (['dedup', 'lock', 'counter', 'progress', 'queue'] as const).find((candidate) => suggests(candidate, [cell.name]));
  return verdict(concern ?? 'record', pruned);
}

export function isResultHandedOn(access: Access): boolean {
  return outermost(access.site).parent?.type !== 'ExpressionStatement';
}

/** A table of callbacks or plug-ins: what is stored is called. */
function isRegistryOfFunctions(facts: Facts): boolean {
  if (facts.accesses.some((access) => access.depth > 0 && (access.how === 'call' || /^(call|apply)$/.test(access.method ?? ''))))
    return true;
  const puts = facts.writes.filter((access) => access.kind === 'put');
  return (
    puts.length > 0 && puts.every((access) => access.value !== undefined && facts.analysis.values.functionsOf(access.value).length > 0)
  );
}

/** `handlers.set(name, handler)`, then `handler.execute(event)`: a part of the program that another one hands in, and that is only worked with. */
function isRegistryOfParts(facts: Facts): boolean {
  const inner = facts.accesses.filter((access) => access.depth > 0 && access.kind !== 'change');
  if (!inner.some((access) => access.kind === 'call' && !access.isStored)) return false;
  if (
    inner.some(
      (access) =>
        access.kind === 'update' ||
        access.how === 'return' ||
        access.how === 'value' ||
        (access.kind === 'read' && access.field !== undefined && access.field !== 'length'),
    )
  )
    return false;
  // `handlers.set(type, [])` only makes room.
  const given = facts.writes.filter(
    (access) => access.value !== undefined && !isNewCollection(access.value) && !derivesFromSelf(facts, access.value),
  );
  return given.length > 0 && given.every((access) => isHandedIn(facts, access));
}

/** What another part of the program passed to a function that no request calls. */
function isHandedIn(facts: Facts, { value, fn }: Access): boolean {
  const definition = value && facts.analysis.source.variableOf(unwrap(value))?.defs[0];
  if (definition?.type !== 'Parameter' || fn === null || definition.node !== fn) return false;
  const handler = facts.analysis.handlers.byFunction.get(fn);
  return handler?.entry !== 'platform' || handler.trigger === 'call';
}

/** `Object.assign(defaults, options)` in a library: a table of another file takes what an unknown caller passes. */
function isMergedIn(facts: Facts, { key, site, value }: Access): boolean {
  if (facts.cell.kind !== 'imported member' || key !== site || site.type !== 'CallExpression' || facts.analysis.handlers.hasPlatformHandler)
    return false;
  return [...originsOf(facts, value)].every((origin) => origin === 'caller' || origin === 'constant' || origin === 'load');
}

const PROCESS_FIGURE =
  /^(process\.(memoryUsage|cpuUsage|resourceUsage)|performance\.eventLoopUtilization|v8\.getHeapStatistics|os\.(loadavg|freemem))$/;

/** `samples.push({ label, heap: process.memoryUsage().heapUsed })`: what a process measures of itself says nothing of another one. */
function measuresProcess(facts: Facts, { value }: Access, depth = 2): boolean {
  return value !== undefined && callsIn(facts, value, depth).some((call) => PROCESS_FIGURE.test(calleeText(call) ?? ''));
}

/** The calls in an expression and in the locals that it names. */
function callsIn(facts: Facts, value: Node, depth: number): CallNode[] {
  const found: CallNode[] = [];
  walk(facts, value, (node) => {
    if (node.type === 'CallExpression') found.push(node);
    const definition = depth > 0 && node.type === 'Identifier' ? localDefinition(facts, node) : undefined;
    if (definition) found.push(...callsIn(facts, definition, depth - 1));
  });
  return found;
}
