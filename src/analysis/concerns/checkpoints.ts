/**
 * Question: is the value a position that is passed to the next read, which gives the new position?
 *
 *     const page = await list({ after: cursor }); …; cursor = page.next;
 */

import { calleeName, calleeText, dottedName, isFunction, type Node, outermost, receiverOf, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { contains, isGuarded, type Test, turnsAway } from '../guards.js';
import { suggests } from '../vocabulary.js';
import { argumentsFor, hasArithmetic, identifiersIn, isEmptying, isFrom, isLater, isOnlyLogged, walk } from './evidence.js';
import type { Facts } from './facts.js';
import { type Step, verdict } from './verdict.js';

/** The stored position is passed to the next read, and what is read gives the new position. */
export function classifyKeyedCheckpoint(facts: Facts, puts: readonly Access[]): Step {
  for (const access of puts) {
    if (access.kind !== 'put' || access.value === undefined || access.method === 'push' || isGuarded(facts.analysis, facts.tests, access))
      continue;
    const call = facts.reads
      .filter((read) => read.kind === 'get')
      .flatMap((read) => callsGiven(facts, read.method === undefined ? read.node : read.site, 3))
      .find((given) => isAsked(facts, given) && dependsOn(facts, access.value!, given));
    if (call && isOnlyPassed(facts)) return verdict('checkpoint', access);
  }
  const moved = puts.find(
    (access) =>
      access.value !== undefined &&
      (isFrom(facts, access.value, 'external') || suggests('checkpoint', [facts.cell.name])) &&
      access.method !== 'push' &&
      !isLiteralObject(unwrap(access.value)),
  );
  if (!moved) return undefined;
  const passed = facts.reads.find((access) => access.kind === 'get' && isPassedToRead(facts, access));
  return passed && suggests('checkpoint', [facts.cell.name, ...facts.names]) ? verdict('checkpoint', moved) : undefined;
}

/** An object or a list is no position. */
function isLiteralObject(value: Node): boolean {
  return value.type === 'ObjectExpression' || value.type === 'ArrayExpression';
}

/** Nobody uses the position for anything but the next read. */
function isOnlyPassed(facts: Facts): boolean {
  if (/secret|credential|auth|session|cookie/i.test(facts.cell.name) || (/etag|modified/i.test(facts.cell.name) && isKeptBeside(facts)))
    return false;
  return facts.reads.every(
    (access) =>
      access.how === 'compare' ||
      access.how === 'test' ||
      access.how === 'log' ||
      access.kind === 'has' ||
      isPassedToRead(facts, access) ||
      isOfParameter(facts, access) ||
      facts.writes.some((write) => contains(write.site, access.node)) ||
      (access.how === 'return' &&
        access.fn !== null &&
        facts.analysis.reach.callersOf(access.fn).length > 0 &&
        !facts.analysis.handlers.byFunction.has(access.fn)),
  );
}

/** The calls of this file's functions that give such a parameter its value. */
function callsWithParameter(facts: Facts, access: Access): Node[] {
  if (!isOfParameter(facts, access)) return [];
  return argumentsFor(facts, dottedName(access.node).root).flatMap((argument) => outermost(argument).parent ?? []);
}

/** `async function list(token) { if (token) url.searchParams.set('page', token); … }`: what is done with it there is part of the reading. */
function isOfParameter(facts: Facts, access: Access): boolean {
  const variable = facts.analysis.source.variableOf(dottedName(access.node).root);
  return variable?.defs[0]?.type === 'Parameter' && access.fn !== null && !facts.analysis.handlers.byFunction.has(access.fn);
}

/** What was read is kept in another place of the process, and the validator beside it only saves the next reading: a cache. */
function isKeptBeside(facts: Facts): boolean {
  const { source } = facts.analysis;
  const places = facts.writes.map((access) => access.node);
  return facts.writes.some(({ fn }) => {
    let found = false;
    if (fn)
      walk(facts, fn.body, (node) => {
        if (node.type !== 'AssignmentExpression' || places.includes(node.left)) return;
        const { root } = dottedName(node.left);
        const variable = source.variableOf(root);
        found ||=
          (root.type === 'ThisExpression' || (variable !== undefined && source.isModuleLevel(variable))) &&
          isFrom(facts, node.right, 'external');
      });
    return found;
  });
}

/** Methods that put a value on a request that is being made up. */
const FILLS = /^(set|append|add|push|setQueryData|query|searchParam)$/;

/** Values looked at on the way from a value to the call that made it. */
const MOST_STEPS = 60;

/** Whether a value is made of the result of a call, through locals, loops and parameters of this file's functions. */
export function dependsOn(facts: Facts, value: Node, call: Node, asked: Set<Node> = new Set<Node>()): boolean {
  if (contains(value, call)) return true;
  if (asked.has(value) || asked.size > MOST_STEPS) return false;
  asked.add(value);
  return identifiersIn(facts, value).some((identifier) => {
    const variable = facts.analysis.source.variableOf(identifier);
    const definition = variable?.defs[0];
    if (!variable || !definition || facts.analysis.source.isModuleLevel(variable)) return false;
    if (definition.type === 'Parameter' && isFunction(definition.node as Node) && isCallbackOf(definition.node as Node, call)) return true;
    if (definition.type === 'Parameter')
      return argumentsFor(facts, identifier).some((argument) => argument !== value && dependsOn(facts, argument, call, asked));
    if (definition.type !== 'Variable') return false;
    const loop = definition.node.parent.parent;
    if ((loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') && loop.left === definition.node.parent)
      return dependsOn(facts, loop.right, call, asked);
    if (definition.node.init && !contains(definition.node.init, value) && dependsOn(facts, definition.node.init, call, asked)) return true;
    return variable.references.some(
      (reference) =>
        reference.isWrite() &&
        !reference.init &&
        reference.writeExpr &&
        !contains(reference.writeExpr as Node, value) &&
        contains(reference.writeExpr as Node, call),
    );
  });
}

/** The callback of a call, or of the `then` on what it returned. */
function isCallbackOf(fn: Node, call: Node): boolean {
  const taker = outermost(fn).parent;
  if (taker === call) return true;
  if (taker?.type !== 'CallExpression' || calleeName(taker) !== 'then') return false;
  const receiver = receiverOf(taker);
  return receiver !== undefined && contains(receiver, call);
}

/** Whether a read's value goes into the arguments of a call that is awaited. */
export function isPassedToRead(facts: Facts, access: Access): boolean {
  return callsGiven(facts, access.method === undefined ? access.node : access.site, 3).some((call) => isAsked(facts, call));
}

/** The calls that a value is an argument of, also through a local name, a template or an options object. */
function callsGiven(facts: Facts, start: Node, depth: number): Node[] {
  const found: Node[] = [];
  let node = outermost(start);
  for (let steps = 0; steps < 20 && node.parent; steps += 1) {
    const parent: Node = node.parent;
    if ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== node) {
      found.push(parent);
      if (depth > 0)
        for (const use of readsAfter(facts, filledBy(facts, parent), parent.range[1])) found.push(...callsGiven(facts, use, depth - 1));
    } else if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && depth > 0) {
      return [...found, ...readsAfter(facts, parent.id, 0).flatMap((use) => callsGiven(facts, use, depth - 1))];
    } else if (parent.type === 'AssignmentExpression' && parent.left.type === 'Identifier' && depth > 0) {
      return [...found, ...readsAfter(facts, parent.left, node.range[1]).flatMap((use) => callsGiven(facts, use, depth - 1))];
    } else if (parent.type === 'AssignmentExpression' || /Statement$/.test(parent.type) || isFunction(parent)) {
      return found;
    }
    node = parent;
  }
  return found;
}

/** `url` of `url.searchParams.set('after', cursor)`: the address goes on with the position in it. */
function filledBy(facts: Facts, call: Node): Node | undefined {
  if (call.type !== 'CallExpression' || call.parent.type !== 'ExpressionStatement' || !FILLS.test(calleeName(call) ?? '')) return undefined;
  const { root } = dottedName(call.callee);
  const variable = facts.analysis.source.variableOf(root);
  return variable && !facts.analysis.source.isModuleLevel(variable) ? root : undefined;
}

/** Where a variable is read behind a place in the text. */
function readsAfter(facts: Facts, name: Node | undefined, place: number): Node[] {
  const variable = name && facts.analysis.source.variableOf(name);
  return (variable?.references ?? [])
    .filter((reference) => reference.isRead() && reference.identifier.range[0] > place)
    .map(({ identifier }) => identifier as Node);
}

export function isAsked(facts: Facts, call: Node): boolean {
  const parent = outermost(call).parent;
  if (call.type === 'CallExpression' && parent?.type === 'ExpressionStatement') {
    const last = call.arguments.at(-1);
    return last !== undefined && isFunction(last);
  }
  if (parent?.type === 'AwaitExpression' || parent?.type === 'ForOfStatement') return true;
  if (
    parent?.type === 'MemberExpression' ||
    parent?.type === 'CallExpression' ||
    parent?.type === 'NewExpression' ||
    parent?.type === 'Property' ||
    parent?.type === 'ObjectExpression'
  ) {
    return isAsked(facts, parent);
  }
  return (
    parent?.type === 'ReturnStatement' ||
    (parent?.type === 'ArrowFunctionExpression' && parent.body === call && call.type === 'CallExpression' && calleeText(call) === 'fetch')
  );
}

/** A position passed to the next read; the read gives the new one. */
export function classifyCursor(facts: Facts, assigns: readonly Access[]): Step {
  const { cell } = facts;
  const passed = facts.reads.find((access) => isPassedToRead(facts, access) && !isOnlyLogged(facts, access));
  if (passed && !isUsedBeside(facts, assigns) && !isOnlyUndone(facts)) {
    const calls = facts.reads
      .flatMap((access) => [...callsGiven(facts, access.node, 3), ...callsWithParameter(facts, access)])
      .filter((call) => isAsked(facts, call));
    const turned = isOnlyPassed(facts)
      ? assigns.find(
          (access) =>
            access.value !== undefined &&
            !isGuarded(facts.analysis, facts.tests, access) &&
            calls.some((call) => dependsOn(facts, access.value!, call)),
        )
      : undefined;
    if (turned) return verdict('checkpoint', turned);
    const later =
      isOnlyPassed(facts) && passed.kind !== 'call' && !/token|key|jwt|url|client|config|settings|rate|flag/i.test(cell.name)
        ? assigns.find(
            (access) =>
              access.value !== undefined &&
              isFrom(facts, access.value, 'external') &&
              !isGuarded(facts.analysis, facts.tests, access) &&
              access.fn === passed.fn &&
              isLater(access.site, passed.site) &&
              unwrap(access.value).type !== 'AwaitExpression',
          )
        : undefined;
    if (later) return verdict('checkpoint', later);
    const moved = assigns.find((access) => access.value !== undefined && !isEmptying(access) && isMovedPosition(facts, access, passed));
    if (moved) return verdict('checkpoint', moved);
  }
  const skipping = facts.tests.find(
    (test) =>
      test.against !== undefined &&
      test.polarity === 'unknown' &&
      isOrdering(test) &&
      turnsAway({ ...test, polarity: 'present' }) &&
      isFrom(facts, test.against, 'external', 'request', 'caller'),
  );
  const moved = assigns.find(
    (access) =>
      access.value !== undefined && isFrom(facts, access.value, 'external', 'request', 'caller') && !isFrom(facts, access.value, 'time'),
  );
  return skipping && moved && suggests('checkpoint', [cell.name, 'last' + cell.name].slice(0, 1))
    ? verdict('checkpoint', moved)
    : undefined;
}

/** `renew({ token }); …; list(token.value)`: a part of it serves calls that do not move it, as a credential does. */
function isUsedBeside(facts: Facts, assigns: readonly Access[]): boolean {
  return facts.reads.some((read) => {
    const calls = read.depth > 0 ? callsGiven(facts, read.node, 3).filter((call) => isAsked(facts, call)) : [];
    return calls.length > 0 && !calls.some((call) => assigns.some(({ value }) => value !== undefined && dependsOn(facts, value, call)));
  });
}

/** `await bot.deleteMessage(last.chat, last.id)`: what is taken back is no place to read on from. */
function isOnlyUndone(facts: Facts): boolean {
  const asked = facts.reads.flatMap((access) => callsGiven(facts, access.node, 3)).filter((call) => isAsked(facts, call));
  return (
    asked.length > 0 &&
    asked.every(
      (call) =>
        call.type === 'CallExpression' &&
        /^(delete|remove|cancel|close|revoke|undo|kill|stop|edit|unpin)(?![a-z])/.test(calleeName(call) ?? ''),
    )
  );
}

function isMovedPosition(facts: Facts, access: Access, passed: Access): boolean {
  const value = access.value!;
  const names = [facts.cell.name];
  // A time taken before the reading, and asked for as the start of the next one.
  if (
    isFrom(facts, value, 'time') &&
    !isFrom(facts, value, 'external', 'request') &&
    !hasArithmetic(facts, value) &&
    facts.reads.some(
      (access) => access.how !== 'compare' && callsGiven(facts, access.node, 3).some((call) => isAsked(facts, call) && isReading(call)),
    )
  )
    return true;
  const isNamed =
    suggests('checkpoint', names) ||
    /(^|[a-z_.])last([A-Z_]|$)|last[A-Z]|since|next(Page|Cursor|Token|Offset)/.test(facts.cell.name.split('.').at(-1)!) ||
    /last/i.test(facts.cell.name);
  if (!isNamed) return false;
  if (isFrom(facts, value, 'time') && !isFrom(facts, value, 'external')) return passed.how !== 'compare';
  return (
    isFrom(facts, value, 'external', 'unknown', 'caller') ||
    isFrom(facts, value, 'state') ||
    (isFrom(facts, value, 'request') && suggests('checkpoint', names))
  );
}

function isReading(call: Node): boolean {
  return (
    call.type === 'CallExpression' &&
    /^(get|find|list|load|read|fetch|query|select|search|pull|poll|changes?|changed|scan)(?![a-z])/.test(calleeName(call) ?? '')
  );
}

function isOrdering(test: Test): boolean {
  for (let node: Node | undefined = test.access.node; node && node !== test.holder; node = node.parent) {
    if (node.type === 'BinaryExpression') return /^[<>]=?$/.test(node.operator);
  }
  return false;
}
