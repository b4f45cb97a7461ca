/**
 * Question: what is a `Map`, `Set`, array or dictionary used for?
 *
 * The order of the questions is the order of the decision table: from the most particular structure to the least. Registries of
 * callbacks and live handles are left alone first.
 */

import { calleeName, calleeText, type Node, outermost, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { isGuarded, isUnconditional } from '../guards.js';
import { isStatusField, suggests } from '../vocabulary.js';
import { classifyKeyedCheckpoint } from './checkpoints.js';
import { classifyCounts } from './counts.js';
import { classifyKeyedDedup, classifyNestedKeys, isNewCollection } from './dedup.js';
import { derivesFromSelf, firstArgument, isFrom, isKeyed, originsOf } from './evidence.js';
import type { Facts } from './facts.js';
import { classifyHeldField, classifyInFlight, classifyKeyedLock, classifyPromiseChain } from './locks.js';
import { classifyKeyedProgress } from './progress.js';
import { classifyQueue, isOrderOfKeys } from './queues.js';
import { isPruning, isResetFirst } from './resets.js';
import { classifyScalar } from './scalars.js';
import { isGivenByProgram } from './start-up.js';
import { classifyStored } from './stored.js';
import { verdict, type Verdict } from './verdict.js';

export function classifyCollection(facts: Facts): Verdict | undefined {
  const { writes, cell } = facts;
  if (isResetFirst(facts) || isOrderOfKeys(facts)) return undefined;
  const switched = classifySwitchedElements(facts);
  if (switched) return switched;
  if (isRegistryOfFunctions(facts) || holdsLiveHandles(facts)) return undefined;
  const puts = writes.filter((access) => access.kind === 'put' || ((access.kind === 'change' || access.kind === 'update') && access.depth > 0) || (access.kind === 'assign' && derivesFromSelf(facts, access.value)));
  if (puts.length === 0) return classifyTaking(facts) ?? classifyFilledElsewhere(facts);
  if (isGivenByProgram(facts, puts)) return undefined;
  return (
    classifyPromiseChain(facts, puts) ??
    classifyQueue(facts, puts) ??
    classifyKeyedProgress(facts, puts) ??
    classifyCounts(facts, puts) ??
    classifyKeyedLock(facts, puts) ??
    classifyHeldField(facts, puts) ??
    classifyInFlight(facts, puts) ??
    classifyNestedKeys(facts, puts) ??
    classifyKeyedDedup(facts, puts) ??
    classifyKeyedCheckpoint(facts, puts) ??
    (cell.container === 'object' && !isKeyed(facts) ? classifyScalar(facts) : classifyStored(facts, puts))
  ) || undefined;
}

/** A platform's handler adds or takes out elements that are written down in the code: the list says what requests have switched. */
function classifySwitchedElements(facts: Facts): Verdict | undefined {
  const { analysis, writes } = facts;
  const changes = writes.filter((access) => access.kind === 'put' || access.kind === 'remove');
  if (changes.length === 0 || changes.length < writes.length) return undefined;
  const isFixed = (node: Node | undefined): boolean => node === undefined || ([...originsOf(facts, node)].every((origin) => origin === 'constant' || origin === 'load') && !derivesFromSelf(facts, node));
  if (!changes.every((access) => isFixed(access.value) && isFixed(access.key) && access.fn !== null && analysis.reach.handlerOf(access.fn)?.entry === 'platform')) return undefined;
  if (changes.every((access) => access.kind === 'put' && isGuarded(analysis, facts.tests, access))) return undefined;
  return verdict('module-state', changes[0]);
}

function classifyTaking(facts: Facts): Verdict | undefined {
  const taken = facts.writes.find((access) => access.kind === 'take');
  if (taken && isResultHandedOn(taken)) return verdict('record', taken, 'taken');
  const reordered = facts.writes.find((access) => access.kind === 'reorder' && (access.method === 'reverse' || !isUnconditional(access.site) || isFrom(facts, access.value ?? firstArgument(access), 'request')));
  if (reordered) return verdict('module-state', reordered);
  const removed = facts.writes.find((access) => access.kind === 'remove' && access.key !== undefined && isFrom(facts, access.key, 'request', 'caller') && !isUnregistered(facts, access));
  if (removed) return verdict('record', removed);
  const assigned = facts.writes.find((access) => access.kind === 'assign' && access.value !== undefined && isFrom(facts, access.value, 'request'));
  return assigned ? classifyScalar(facts) : undefined;
}

/** `remove(name)` of a class whose `register(part)` fills the list while the program starts. */
function isUnregistered({ cell, analysis }: Facts, access: Access): boolean {
  const isFilledAtStart = cell.accesses.some((other) => other.kind === 'put' && !analysis.reach.isInvocation(other.fn));
  return isFilledAtStart && access.fn !== null && analysis.reach.handlerOf(access.fn)?.entry === 'export' && cell.init !== undefined && isNewCollection(cell.init);
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
  if (facts.accesses.some((access) => access.how === 'call' && access.depth > 0)) return true;
  const puts = facts.writes.filter((access) => access.kind === 'put');
  return puts.length > 0 && puts.every((access) => access.value !== undefined && facts.analysis.values.functionsOf(access.value).length > 0);
}

const HANDLE_MAKER = /^(setTimeout|setInterval|setImmediate|spawn|fork|exec|createInterface)$/;

const HANDLE_METHOD = /^(send|write|enqueue|close|end|terminate|ping|abort|kill|disconnect|emit|unref|postMessage|controller|releaseLock)$/;

/** Sockets, streams, timers and processes exist only where they were opened. */
function holdsLiveHandles(facts: Facts): boolean {
  const puts = facts.writes.filter((access) => access.kind === 'put');
  if (puts.some((access) => access.value !== undefined && (isHandle(facts, access.value) || holdsSettlers(facts, access.value)))) return true;
  // A handle beside how far its job has come: the job is what others ask for.
  if (facts.writes.some((access) => access.kind === 'change' && access.field !== undefined && isStatusField(access.field))) return false;
  return facts.accesses.some((access) => access.depth > 0 && access.kind === 'call' && HANDLE_METHOD.test(access.method ?? ''));
}

/** `pending.set(id, { resolve, reject })`: somebody of this process waits for the answer. */
function holdsSettlers({ analysis }: Facts, value: Node): boolean {
  const inner = unwrap(value);
  const parts = inner.type === 'ObjectExpression' ? inner.properties.map((property) => (property.type === 'Property' ? property.value : property.argument)) : [inner];
  return parts.some((part) => {
    const definition = analysis.source.variableOf(unwrap(part))?.defs[0];
    const executor = definition?.type === 'Parameter' ? (definition.node as Node) : undefined;
    const made = executor && outermost(executor).parent;
    return made?.type === 'NewExpression' && calleeText(made) === 'Promise';
  });
}

function isHandle(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'CallExpression') return HANDLE_MAKER.test(calleeName(inner) ?? '');
  if (inner.type !== 'Identifier') return inner.type === 'NewExpression' && /^(AbortController|WebSocket|Worker|EventSource)$/.test(calleeText(inner) ?? '');
  const definition = facts.analysis.source.variableOf(inner)?.defs[0]?.node as Node | undefined;
  return definition?.type === 'VariableDeclarator' && definition.init !== null && definition.init !== undefined && definition.init !== value && isHandle(facts, definition.init);
}
