/**
 * Question: is a value of one request kept without a key, and for whom?
 *
 * A leak where the same request is meant to read it back, a record where another route or method is.
 */

import { booleanValue, calleeName, isAwaited, type Node, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { contains, isInFinally, isUnconditional, leaves } from '../guards.js';
import { isRequestParameter } from '../handlers.js';
import { derivesFromSelf, isEmptying, isFrom, isOnlyLogged, isTimeCompared } from './evidence.js';
import type { Facts } from './facts.js';
import { isOnlyReachedFrom, isOutsideTry } from './resets.js';
import { isSentAlong } from './sent-along.js';
import { type Step, verdict } from './verdict.js';

/** Data of a request kept without a key: a leak where the same request reads it, a record where another one is meant to. */
export function classifyRequestValue(facts: Facts, assigns: readonly Access[]): Step {
  const { cell, analysis } = facts;
  const assigned = assigns.find(
    (access) =>
      access.value !== undefined && !isEmptying(access) && booleanValue(access.value) === undefined && isRequestData(facts, access.value),
  );
  if (!assigned) return undefined;
  if (isCopyUnderKey(facts, assigned)) return false;
  if (cell.container === 'reactive' || cell.kind === 'imported member') return verdict('request-leak', assigned);
  if (isCollaborator(facts, assigns) || isWrittenThrough(facts, assigns, assigned)) return false;
  const isReset = facts.writes.some((access) => access !== assigned && isEmptying(access) && isInFinally(access.site));
  const readers = facts.reads.filter((access) => access.how !== 'log' && !isOnlyLogged(facts, access));
  if (readers.length === 0) return false;
  if (
    derivesFromSelf(facts, assigned.value) &&
    !isMiddleware(facts, assigned) &&
    cell.init !== undefined &&
    readers.some((access) => !isSharingHandler(facts, assigned, access))
  )
    return verdict('record', assigned);
  if (readers.every((access) => isSentAlong(cell, access)))
    return verdict('request-leak', assigned, undefined, isOverwrittenFirst(facts, assigns) && analysis.handlers.all.length > 0);
  const elsewhere = readers.some((access) => !isMadeWhereWritten(facts, assigns, access) && !isSentAlong(cell, access));
  if (elsewhere && isSetForRequest(facts, assigned)) return verdict('request-leak', assigned);
  if (elsewhere && !isMiddleware(facts, assigned)) return verdict('record', assigned);
  const sameRequest = readers.some((access) => isSharingHandler(facts, assigned, access)) || isMiddleware(facts, assigned);
  if (!sameRequest) return verdict('record', assigned);
  const overwritten = isReset || isOverwrittenFirst(facts, assigns);
  return verdict('request-leak', assigned, undefined, overwritten && analysis.handlers.all.length > 0);
}

/** `setCache(cache) { this.cache = cache; }`, then `this.cache.get(key)`: a part of the program that another part hands to a service. */
function isCollaborator(facts: Facts, assigns: readonly Access[]): boolean {
  const isHandedIn = ({ value, fn }: Access): boolean => {
    const definition = value && facts.analysis.source.variableOf(unwrap(value))?.defs[0];
    return (
      definition?.type === 'Parameter' &&
      fn !== null &&
      definition.node === fn &&
      facts.analysis.handlers.byFunction.get(fn)?.trigger === 'call'
    );
  };
  if (!assigns.every((access) => isEmptying(access) || isHandedIn(access))) return false;
  const worked = facts.reads.filter((access) => access.kind === 'call');
  return worked.length > 0 && facts.reads.every((access) => worked.includes(access) || access.how === 'test' || access.how === 'compare');
}

/** Asked again from an authority elsewhere in the file, and stored there by the function that changes it: a copy of settings. */
function isWrittenThrough(facts: Facts, assigns: readonly Access[], assigned: Access): boolean {
  const isAskedAgain = assigns.some(
    (access) => access.fn !== assigned.fn && isFrom(facts, access.value, 'external') && !isFrom(facts, access.value, 'request'),
  );
  return (
    isAskedAgain &&
    facts.calls
      .within(facts.calls.holderOf(assigned.site))
      .some((call) => isAwaited(call) && /^(set|put|save|store|update|upsert|insert|write|persist)/.test(calleeName(call) ?? ''))
  );
}

/** `if (last?.key === key && now < last.until) return last.value; …; last = { key, value, until }`: a cache of one, which answers its own key only. */
export function isCopyUnderKey(facts: Facts, { value }: Access): boolean {
  if (!value || unwrap(value).type !== 'ObjectExpression') return false;
  const compared = facts.tests.filter((test) => test.access.depth === 1 && test.against !== undefined);
  const asksForKey = compared.some(
    ({ against, access: { node } }) =>
      node.parent?.type === 'BinaryExpression' && /^[=!]==?$/.test(node.parent.operator) && isFrom(facts, against, 'request', 'caller'),
  );
  return asksForKey && facts.reads.some((read) => read.depth === 1 && read.how === 'compare' && isTimeCompared(facts, read));
}

function isRequestData(facts: Facts, value: Node): boolean {
  if (!isFrom(facts, value, 'request')) return false;
  const inner = unwrap(value);
  return !(inner.type === 'BinaryExpression' && /^([=!]==?|[<>]=?|in|instanceof)$/.test(inner.operator));
}

/** `export function init(request) { current = … }`: called first in every request, for the getters beside it. */
function isSetForRequest(facts: Facts, access: Access): boolean {
  if (access.fn === null) return false;
  const handler = facts.analysis.handlers.byFunction.get(access.fn);
  if (handler === undefined || !access.fn.params.some((parameter) => isRequestParameter(parameter, facts.analysis.source))) return false;
  // A function that looks like a handler by its parameters alone is one, unless its name says otherwise.
  return (
    handler.entry === 'export'
      ? /^(init|set|use|with|bind|attach|enter|begin|start|configure|load|capture)/i
      : /^(bind|attach|enter|capture)(?![a-z])/
  ).test(handler.name);
}

/** Whether every handler that makes a read also writes the cell. */
function isMadeWhereWritten(facts: Facts, assigns: readonly Access[], read: Access): boolean {
  if (read.fn === null) return false;
  const writers = new Set(assigns.flatMap((access) => (access.fn ? [...facts.analysis.reach.handlersOf(access.fn)] : [])));
  return [...facts.analysis.reach.handlersOf(read.fn)].some((handler) => writers.has(handler));
}

/** Some handler both writes and reads: the same request is meant to read its own value. */
function isSharingHandler(facts: Facts, write: Access, read: Access): boolean {
  if (write.fn === null || read.fn === null) return false;
  if (isSelfRead(write, read)) return false;
  const writers = facts.analysis.reach.handlersOf(write.fn);
  const readers = facts.analysis.reach.handlersOf(read.fn);
  for (const handler of readers) if (writers.has(handler)) return isOneFlow(facts, write, read);
  return false;
}

/** In one dispatcher the two may still be on different ways: `if (PUT) value = …; return value`. */
function isOneFlow(facts: Facts, write: Access, read: Access): boolean {
  if (write.fn !== read.fn) return true;
  if (read.site.range[0] < write.site.range[0]) return false;
  for (let node: Node = write.site; node.parent && node.parent !== write.fn; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'IfStatement' && parent.consequent === node && leaves(parent.consequent) && !contains(parent.consequent, read.site))
      return false;
    if (parent.type === 'SwitchCase' && !contains(parent, read.site)) return false;
    if (parent.type === 'IfStatement' && parent.consequent === node && contains(parent.alternate ?? undefined, read.site)) return false;
  }
  return true;
}

function isSelfRead(write: Access, read: Access): boolean {
  return contains(write.site, read.node);
}

/** Middleware writes for the handler that comes after it in the same request. */
function isMiddleware(facts: Facts, access: Access): boolean {
  if (access.fn === null) return false;
  for (const handler of facts.analysis.reach.handlersOf(access.fn)) {
    if (
      handler.call &&
      /^(use|addHook|onRequest|derive|resolve|onBeforeHandle|beforeEach|preHandler|before)$/.test(calleeName(handler.call) ?? '')
    )
      return true;
    if (/^(handle|middleware|onRequest|before|use|preHandler|context|createContext)$/.test(handler.name)) return true;
  }
  return false;
}

/** Every handler that reads the cell has overwritten it before, whatever way it went. */
export function isOverwrittenFirst(facts: Facts, assigns: readonly Access[]): boolean {
  const first = assigns.find(
    (access) =>
      access.kind === 'assign' &&
      access.fn !== null &&
      isUnconditional(access.site) &&
      isOutsideTry(facts, access) &&
      facts.analysis.handlers.byFunction.get(access.fn)?.entry === 'platform',
  );
  if (!first?.fn) return false;
  const start = first.fn;
  return facts.accesses.every((access) => {
    if (access === first || contains(first.site, access.node)) return true;
    if (access.fn === start) return access.site.range[0] > first.site.range[0];
    return isOnlyReachedFrom(facts, access.fn, start, first);
  });
}
