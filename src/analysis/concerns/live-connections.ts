/**
 * Question: does a cell hold, or describe, something that is open in this process and exists nowhere else?
 *
 *     pending.set(id, { resolve, reject });             // somebody here waits for the answer
 *     child = spawn('tool'); …; connected = true;         // a flag beside the handle that it speaks of
 *     const id = ++lastId;                              // names a request on this one pipe
 */

import {
  booleanValue,
  calleeName,
  calleeText,
  type FunctionNode,
  isFunction,
  isPromiseExecutor,
  keyName,
  type Node,
  outermost,
  propertyName,
  stringValue,
  unwrap,
} from '../ast.js';
import type { Cell } from '../cells/index.js';
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
const HANDLE_CLOSER =
  /^(close|destroy|end|terminate|kill|dispose)\w*(Connection|Conn|Socket|Client|Browser|Worker|Page|Stream|Process|Handle)/;

/** Sockets, streams, timers and processes exist only where they were opened. */
export function holdsLiveHandles(facts: Facts): boolean {
  if (
    facts.writes.some(
      (access) =>
        (access.kind === 'put' || access.method === 'push') &&
        access.value !== undefined &&
        (isHandle(facts, access.value) || holdsSettlers(facts, access.value) || holdsListenedTo(facts, access.value)),
    )
  )
    return true;
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
  const parts =
    inner.type === 'ObjectExpression'
      ? inner.properties.map((property) => (property.type === 'Property' ? property.value : property.argument))
      : [inner];
  return parts.some((part) => {
    const settler = unwrap(part);
    // `waiting.push(() => resolve(undefined))`
    const called = isFunction(settler) && settler.body.type === 'CallExpression' ? settler.body.callee : settler;
    const definition = analysis.source.variableOf(unwrap(called))?.defs[0];
    return definition?.type === 'Parameter' && isPromiseExecutor(definition.node as Node);
  });
}

/** `bot.on('message', reply); bots.set(id, { bot, owner });`: what has listeners is open here. Beside how far its job has come, the job counts. */
function holdsListenedTo({ analysis }: Facts, value: Node): boolean {
  const inner = unwrap(value);
  if (
    inner.type === 'ObjectExpression' &&
    inner.properties.some((property) => property.type === 'Property' && isStatusField(keyName(property)))
  )
    return false;
  const parts =
    inner.type === 'ObjectExpression'
      ? inner.properties.flatMap((property) => (property.type === 'Property' ? [unwrap(property.value)] : []))
      : [inner];
  return parts.some((part) => {
    const variable = part.type === 'Identifier' ? analysis.source.variableOf(part) : undefined;
    if (!variable || analysis.source.isModuleLevel(variable)) return false;
    return variable.references.some(({ identifier }) => {
      const member = (identifier as Node).parent;
      const call =
        member?.type === 'MemberExpression' && member.object === identifier && /^(on|once|addListener)$/.test(propertyName(member) ?? '')
          ? member.parent
          : undefined;
      return (
        call?.type === 'CallExpression' &&
        call.callee === member &&
        stringValue(call.arguments[0] as Node | undefined) !== undefined &&
        call.arguments.length > 1
      );
    });
  });
}

function isHandle(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'AwaitExpression') {
    const call = unwrap(inner.argument);
    return call.type === 'CallExpression' && CONNECTION_MAKER.test(calleeName(call) ?? '');
  }
  if (inner.type === 'CallExpression') return HANDLE_MAKER.test(calleeName(inner) ?? '');
  if (inner.type !== 'Identifier')
    return inner.type === 'NewExpression' && /^(AbortController|WebSocket|Worker|EventSource)$/.test(calleeText(inner) ?? '');
  const named = facts.analysis.source.variableOf(inner)?.defs[0];
  const definition = named?.node as Node | undefined;
  if (named?.type === 'Parameter' && definition && isFunction(definition))
    return definition.params[0] === named.name && isConnectionListener(definition);
  return (
    definition?.type === 'VariableDeclarator' &&
    definition.init !== null &&
    definition.init !== undefined &&
    definition.init !== value &&
    isHandle(facts, definition.init)
  );
}

/** `server.on('connection', (socket) => { open.add(socket); })` */
function isConnectionListener(fn: Node): boolean {
  const { parent } = outermost(fn);
  return (
    parent?.type === 'CallExpression' &&
    /^(on|once|addListener)$/.test(calleeName(parent) ?? '') &&
    /^(connection|secureConnection)$/.test(stringValue(parent.arguments[0] as Node | undefined) ?? '')
  );
}

/** Takes back what was said of the flags and numbers that are kept beside an open connection. */
export function dropConnectionState(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  let open: OpenThings | undefined;
  const openThings = (): OpenThings => (open ??= findOpenThings(facts));
  for (const [cell, { concern }] of verdicts) {
    const own = facts.get(cell);
    if (own && concern === 'record' && isKeyedByConnection(own)) verdicts.delete(cell);
    if (!own || cell.container === 'map' || cell.container === 'set' || cell.container === 'array') continue;
    if (isSetByConnection(own)) verdicts.delete(cell);
    else if (
      concern === 'counter'
        ? isNumberOfWaiters(own, openThings)
        : (concern === 'lock' || concern === 'module-state') && (isStateOfHandle(own, openThings) || isOnlyHandle(own))
    )
      verdicts.delete(cell);
    else if (concern === 'record' && isOnlyHandle(own)) verdicts.delete(cell);
  }
}

/** `agents.set(client.id, { name })` where `client: Socket`: who is connected to this process, and gone with the connection. */
function isKeyedByConnection(facts: Facts): boolean {
  const puts = facts.writes.filter((access) => access.kind === 'put');
  return (
    puts.length > 0 &&
    puts.every(({ key }) => {
      const inner = key && unwrap(key);
      if (inner?.type !== 'MemberExpression' || propertyName(inner) !== 'id') return false;
      const definition = facts.analysis.source.variableOf(unwrap(inner.object))?.defs[0];
      if (definition?.type !== 'Parameter' || !isFunction(definition.node as Node)) return false;
      return (
        isTypedAsSocket(definition.name as Node) ||
        ((definition.node as FunctionNode).params[0] === definition.name && isConnectionListener(definition.node as Node))
      );
    })
  );
}

function isTypedAsSocket(name: Node): boolean {
  const type = name.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && /(Socket|WebSocket)$/.test(type.typeName.name);
}

const OPENING_EVENT = /^(connect|connected|ready|open)$/;

/** `client.on('connect', () => { connected = true; attempts = 0; })`: says how the connection of this process fares. */
function isSetByConnection(facts: Facts): boolean {
  return facts.cell.accesses.some(
    (access) => access.kind === 'assign' && access.fn !== null && isConstantValue(facts, access.value) && isOpeningListener(access.fn),
  );
}

function isOpeningListener(fn: Node): boolean {
  const { parent } = outermost(fn);
  if (parent?.type === 'CallExpression')
    return (
      /^(on|once|addListener|addEventListener)$/.test(calleeName(parent) ?? '') &&
      OPENING_EVENT.test(stringValue(parent.arguments[0] as Node | undefined) ?? '')
    );
  return (
    parent?.type === 'AssignmentExpression' &&
    parent.left.type === 'MemberExpression' &&
    /^on(open|connect)$/.test(propertyName(parent.left) ?? '')
  );
}

/** By what holds them together, a class or the module: each cell asks once, however many stand beside it. */
interface OpenThings {
  /** The functions that touch those who wait here for an answer. */
  readonly waitersTouchedIn: ReadonlyMap<Node, ReadonlySet<FunctionNode | null>>;
  /** The functions that let a handle go. */
  readonly handlesLetGoIn: ReadonlyMap<Node, ReadonlySet<FunctionNode | null>>;
}

function findOpenThings(all: ReadonlyMap<Cell, Facts>): OpenThings {
  const waitersTouchedIn = new Map<Node, Set<FunctionNode | null>>();
  const handlesLetGoIn = new Map<Node, Set<FunctionNode | null>>();
  for (const [{ owner }, facts] of all) {
    if (facts.writes.some((access) => access.kind === 'put' && access.value !== undefined && holdsSettlers(facts, access.value))) {
      addAll(
        waitersTouchedIn,
        owner,
        facts.accesses.map((access) => facts.calls.holderOf(access.site)),
      );
    }
    if (facts.writes.some((access) => access.kind === 'assign' && access.value !== undefined && isOpened(facts, access.value))) {
      addAll(
        handlesLetGoIn,
        owner,
        facts.writes.filter(isEmptying).map((access) => access.fn),
      );
    }
  }
  return { waitersTouchedIn, handlesLetGoIn };
}

function addAll<Item>(sets: Map<Node, Set<Item>>, owner: Node, items: readonly Item[]): void {
  const set = sets.get(owner) ?? new Set();
  for (const item of items) set.add(item);
  sets.set(owner, set);
}

/** Counts, or names, those who wait here for an answer. Nobody is held back by the number. */
function isNumberOfWaiters(facts: Facts, openThings: () => OpenThings): boolean {
  if (
    facts.accesses.some((access) => isComparedWithLimit(facts, access)) ||
    !facts.writes.some((access) => access.delta === 1 || access.delta === -1)
  )
    return false;
  const touched = openThings().waitersTouchedIn.get(facts.cell.owner);
  // A class holds what belongs together; a module may hold anything.
  return (
    touched !== undefined &&
    (facts.cell.kind === 'instance field' || facts.accesses.some((access) => touched.has(facts.calls.holderOf(access.site))))
  );
}

/** Opened here and let go here: `socket = new WebSocket(url)`, `socket = null`. */
function isOnlyHandle(facts: Facts): boolean {
  return (
    facts.writes.length > 0 &&
    facts.writes.every((access) => isEmptying(access) || (access.value !== undefined && isOpened(facts, access.value)))
  );
}

/** A flag that goes down where the handle beside it is let go. */
function isStateOfHandle(facts: Facts, openThings: () => OpenThings): boolean {
  if (!facts.writes.every((access) => booleanValue(access.value) !== undefined)) return false;
  const letGo = openThings().handlesLetGoIn.get(facts.cell.owner);
  return letGo !== undefined && facts.writes.some((access) => booleanValue(access.value) === false && letGo.has(access.fn));
}

/** A connection or a process: not a timer or a signal, by which one request may stop another one's work. */
function isOpened(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  const name = inner.type === 'CallExpression' || inner.type === 'NewExpression' ? calleeName(inner) : undefined;
  return !/^(set(Timeout|Interval|Immediate)|AbortController)$/.test(name ?? '') && isHandle(facts, value);
}
