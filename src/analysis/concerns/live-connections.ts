/**
 * Question: does a cell hold, or describe, something that is open in this process and exists nowhere else?
 *
 *     pending.set(id, { resolve, reject });             // somebody here waits for the answer
 *     child = spawn('tool'); …; connected = true;         // a flag beside the handle that it speaks of
 *     const id = ++lastId;                              // names a request on this one pipe
 */

import { booleanValue, calleeName, calleeText, isFunction, type Node, outermost, propertyName, stringValue, unwrap } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';
import { isStatusField } from '../vocabulary.js';
import { isComparedWithLimit } from './counts.js';
import { isConstantValue, isEmptying } from './evidence.js';
import type { Facts } from './facts.js';
import type { Verdict } from './verdict.js';

const HANDLE_MAKER = /^(setTimeout|setInterval|setImmediate|spawn|fork|exec|createInterface)$/;

/** Makers whose answer is awaited. */
const CONNECTION_MAKER = /^(connect|createConnection|getConnection|newPage|createBrowserContext)$/;

const HANDLE_METHOD = /^(send|write|enqueue|close|end|terminate|ping|abort|kill|disconnect|emit|unref|postMessage|controller|releaseLock)$/;

/** `closeConnectionQuietly(pool.pop())` */
const HANDLE_CLOSER = /^(close|destroy|end|terminate|kill|dispose)\w*(Connection|Conn|Socket|Client|Browser|Worker|Page|Stream|Process|Handle)/;

/** Sockets, streams, timers and processes exist only where they were opened. */
export function holdsLiveHandles(facts: Facts): boolean {
  if (facts.writes.some((access) => (access.kind === 'put' || access.method === 'push') && access.value !== undefined && (isHandle(facts, access.value) || holdsSettlers(facts, access.value)))) return true;
  if (facts.writes.some((access) => access.kind === 'take' && isClosedAtOnce(access.site))) return true;
  // A handle beside how far its job has come: the job is what others ask for.
  if (facts.writes.some((access) => access.kind === 'change' && access.field !== undefined && isStatusField(access.field))) return false;
  return facts.accesses.some((access) => access.depth > 0 && access.kind === 'call' && HANDLE_METHOD.test(access.method ?? ''));
}

function isClosedAtOnce(taken: Node): boolean {
  const call = outermost(taken).parent;
  return call?.type === 'CallExpression' && HANDLE_CLOSER.test(calleeName(call) ?? '');
}

/** `pending.set(id, { resolve, reject })`: somebody of this process waits for the answer. */
function holdsSettlers({ analysis }: Facts, value: Node): boolean {
  const inner = unwrap(value);
  const parts = inner.type === 'ObjectExpression' ? inner.properties.map((property) => (property.type === 'Property' ? property.value : property.argument)) : [inner];
  return parts.some((part) => {
    const settler = unwrap(part);
    // `waiting.push(() => resolve(undefined))`
    const called = isFunction(settler) && settler.body.type === 'CallExpression' ? settler.body.callee : settler;
    const definition = analysis.source.variableOf(unwrap(called))?.defs[0];
    const executor = definition?.type === 'Parameter' ? (definition.node as Node) : undefined;
    const made = executor && outermost(executor).parent;
    return made?.type === 'NewExpression' && calleeText(made) === 'Promise';
  });
}

function isHandle(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'AwaitExpression') {
    const call = unwrap(inner.argument);
    return call.type === 'CallExpression' && CONNECTION_MAKER.test(calleeName(call) ?? '');
  }
  if (inner.type === 'CallExpression') return HANDLE_MAKER.test(calleeName(inner) ?? '');
  if (inner.type !== 'Identifier') return inner.type === 'NewExpression' && /^(AbortController|WebSocket|Worker|EventSource)$/.test(calleeText(inner) ?? '');
  const named = facts.analysis.source.variableOf(inner)?.defs[0];
  const definition = named?.node as Node | undefined;
  if (named?.type === 'Parameter' && definition && isFunction(definition)) return definition.params[0] === named.name && isConnectionListener(definition);
  return definition?.type === 'VariableDeclarator' && definition.init !== null && definition.init !== undefined && definition.init !== value && isHandle(facts, definition.init);
}

/** `server.on('connection', (socket) => { open.add(socket); })` */
function isConnectionListener(fn: Node): boolean {
  const { parent } = outermost(fn);
  return parent?.type === 'CallExpression' && /^(on|once|addListener)$/.test(calleeName(parent) ?? '') && /^(connection|secureConnection)$/.test(stringValue(parent.arguments[0] as Node | undefined) ?? '');
}

/** Takes back what was said of the flags and numbers that are kept beside an open connection. */
export function dropConnectionState(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  for (const [cell, { concern }] of verdicts) {
    const own = facts.get(cell);
    if (!own || cell.container === 'map' || cell.container === 'set' || cell.container === 'array') continue;
    if (isSetByConnection(own)) verdicts.delete(cell);
    else if (concern === 'counter' ? isNumberOfWaiters(own, facts) : (concern === 'lock' || concern === 'module-state') && (isStateOfHandle(own, facts) || isOnlyHandle(own))) verdicts.delete(cell);
    else if (concern === 'record' && isOnlyHandle(own)) verdicts.delete(cell);
  }
}

const OPENING_EVENT = /^(connect|connected|ready|open)$/;

/** `client.on('connect', () => { connected = true; attempts = 0; })`: says how the connection of this process fares. */
function isSetByConnection(facts: Facts): boolean {
  return facts.cell.accesses.some((access) => access.kind === 'assign' && access.fn !== null && isConstantValue(facts, access.value) && isOpeningListener(access.fn));
}

function isOpeningListener(fn: Node): boolean {
  const { parent } = outermost(fn);
  if (parent?.type === 'CallExpression') return /^(on|once|addListener|addEventListener)$/.test(calleeName(parent) ?? '') && OPENING_EVENT.test(stringValue(parent.arguments[0] as Node | undefined) ?? '');
  return parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' && /^on(open|connect)$/.test(propertyName(parent.left) ?? '');
}

/** Counts, or names, those who wait here for an answer. Nobody is held back by the number. */
function isNumberOfWaiters(facts: Facts, all: ReadonlyMap<Cell, Facts>): boolean {
  if (facts.accesses.some((access) => isComparedWithLimit(facts, access)) || !facts.writes.some((access) => access.delta === 1 || access.delta === -1)) return false;
  return siblingsOf(facts, all).some((sibling) => {
    if (!sibling.writes.some((access) => access.kind === 'put' && access.value !== undefined && holdsSettlers(sibling, access.value))) return false;
    return isClassLike(facts.cell) || sharesFunction(facts, sibling);
  });
}

/** Opened here and let go here: `socket = new WebSocket(url)`, `socket = null`. */
function isOnlyHandle(facts: Facts): boolean {
  return facts.writes.length > 0 && facts.writes.every((access) => isEmptying(access) || (access.value !== undefined && isOpened(facts, access.value)));
}

/** A flag that goes down where the handle beside it is let go. */
function isStateOfHandle(facts: Facts, all: ReadonlyMap<Cell, Facts>): boolean {
  if (!facts.writes.every((access) => booleanValue(access.value) !== undefined)) return false;
  const lowered = new Set(facts.writes.filter((access) => booleanValue(access.value) === false).map((access) => access.fn));
  return siblingsOf(facts, all).some((sibling) => {
    if (!sibling.writes.some((access) => access.kind === 'assign' && access.value !== undefined && isOpened(sibling, access.value))) return false;
    return sibling.writes.some((access) => isEmptying(access) && lowered.has(access.fn));
  });
}

/** A connection or a process: not a timer or a signal, by which one request may stop another one's work. */
function isOpened(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  const name = inner.type === 'CallExpression' || inner.type === 'NewExpression' ? calleeName(inner) : undefined;
  return !/^(set(Timeout|Interval|Immediate)|AbortController)$/.test(name ?? '') && isHandle(facts, value);
}

function siblingsOf({ cell }: Facts, all: ReadonlyMap<Cell, Facts>): Facts[] {
  const found: Facts[] = [];
  for (const [other, facts] of all) if (other !== cell && other.owner === cell.owner) found.push(facts);
  return found;
}

/** A class holds what belongs together; a module may hold anything. */
function isClassLike({ kind }: Cell): boolean {
  return kind === 'instance field';
}

function sharesFunction(a: Facts, b: Facts): boolean {
  const functions = new Set(a.accesses.map((access: Access) => a.calls.holderOf(access.site)));
  return b.accesses.some((access) => functions.has(b.calls.holderOf(access.site)));
}
