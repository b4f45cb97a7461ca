/**
 * Question: is work of several invocations gathered and handed on later?
 *
 *     buffer.push(entry); if (buffer.length >= 100) await send(buffer.splice(0));
 */

import { calleeName, isAwaited, isFunction, type Node, outermost, propertyValue, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { branchesOf, contains, isUnconditional } from '../guards.js';
import { isAsked } from './checkpoints.js';
import { isResultHandedOn } from './collections.js';
import { isNewCollection } from './dedup.js';
import { derivesFromSelf, isOnlyLogged, statementOf } from './evidence.js';
import type { Facts } from './facts.js';
import { isPruningLoop } from './resets.js';
import { type Step, verdict } from './verdict.js';

export function classifyQueue(facts: Facts, puts: readonly Access[]): Step {
  const added = puts.find((access) => access.kind === 'put' || access.kind === 'assign');
  if (!added) return undefined;
  const taken = facts.writes.find((access) => access.kind === 'take' && isResultHandedOn(access) && !isEviction(facts, access));
  if (taken) return verdict('queue', added);
  const handed = facts.writes.find((access) => access.kind === 'remove' && isElementHandedOn(facts, access));
  const grown = puts.find(
    (access) =>
      (access.kind === 'change' && (access.method === 'push' || access.method === 'add')) ||
      (access.kind === 'put' &&
        access.value !== undefined &&
        unwrap(access.value).type === 'ArrayExpression' &&
        derivesFromSelf(facts, access.value)),
  );
  if (handed && grown) return verdict('queue', grown);
  const nested = puts.find((access) => access.kind === 'change' && access.method === 'push' && access.field !== undefined);
  if (nested && facts.writes.some((access) => isListTakenOut(facts, access, nested.field!))) return verdict('queue', nested);
  const worked = facts.writes.find((access) => access.kind === 'remove' && isDeletedAfterWork(facts, access));
  if (worked) return verdict('queue', added);
  const emptied = facts.writes.find(
    (access) =>
      (access.kind === 'clear' ||
        (access.kind === 'remove' && access.method === 'splice') ||
        (access.kind === 'assign' && access.method === undefined && isRestOfSelf(facts, access))) &&
      isHandedOnBefore(facts, access),
  );
  return emptied && verdict('queue', added);
}

/** In a loop over the cell each element is awaited on and then deleted: no age decides. */
function isDeletedAfterWork(facts: Facts, removed: Access): boolean {
  const fn = facts.analysis.source.functionOf(removed.site);
  const key = removed.key ? unwrap(removed.key) : undefined;
  if (fn === null || key?.type !== 'Identifier') return false;
  const isElement =
    facts.accesses.some((access) => access.depth === 1 && access.node === key) || derivesFromSelf(facts, key, 3, ['iterate']);
  if (!isElement) return false;
  const work = facts.calls
    .within(facts.calls.holderOf(removed.site))
    .filter(
      (node) =>
        contains(fn, node) &&
        node.range[0] < removed.site.range[0] &&
        isAwaited(node) &&
        (facts.accesses.some((access) => access.depth > 0 && contains(node, access.node)) ||
          node.arguments.some((argument) => derivesFromSelf(facts, argument, 3, ['iterate']))),
    );
  return work.length > 0 && (isUnconditional(removed.site) || isInLoopBody(removed.site, work));
}

/** Nothing but loops stands between a node and its function, and the question whether the work was done. */
function isInLoopBody(node: Node, work: readonly Node[]): boolean {
  for (let current: Node | undefined = node; current && !isFunction(current); current = current.parent) {
    if (current.type === 'SwitchCase' || current.type === 'CatchClause') return false;
    if (current.type !== 'IfStatement') continue;
    const { test } = current;
    if (!work.some((call) => contains(test, call))) return false;
  }
  return true;
}

/** What is removed under a key was passed to an awaited call in the same function. */
function isElementHandedOn(facts: Facts, removed: Access): boolean {
  return facts.reads.some(
    (access) =>
      access.depth === 1 && access.how === 'argument' && access.fn === removed.fn && access.fn !== null && isAsked(facts, access.site),
  );
}

/** `const { entries } = slots.get(key); slots.set(key, { entries: [] }); await insert(entries);`, or the whole slot is deleted before its list is used. */
function isListTakenOut(facts: Facts, access: Access, field: string): boolean {
  const value = access.kind === 'put' && access.value ? propertyValue(unwrap(access.value), field) : undefined;
  const isEmptied = access.kind === 'remove' || (value !== undefined && isNewCollection(value));
  if (!isEmptied || access.fn === null || !isUnconditional(access.site)) return false;
  const isHandedOn = (read: Access): boolean =>
    read.fn === access.fn && read.field === field && read.kind !== 'size' && !isOnlyLogged(facts, read) && read.method !== 'push';
  const isTakenBefore = (read: Access): boolean => {
    const named = facts.analysis.source.variableOf(unwrap(read.node))?.defs[0];
    return named?.type === 'Variable' && named.node.range[1] < access.site.range[0];
  };
  const taken = facts.reads.find(
    (read) =>
      isHandedOn(read) &&
      (read.site.range[0] > access.site.range[1] ? access.kind === 'remove' || isTakenBefore(read) : access.kind !== 'remove'),
  );
  return (
    taken !== undefined &&
    facts.calls.within(facts.calls.holderOf(access.site)).some((call) => call.range[0] > access.site.range[1] && isAwaited(call))
  );
}

/** `list = list.slice(100)`: what was handed on is cut off. */
function isRestOfSelf(facts: Facts, access: Access): boolean {
  const value = access.value ? unwrap(access.value) : undefined;
  return value?.type === 'CallExpression' && calleeName(value) === 'slice' && derivesFromSelf(facts, value);
}

/** Dropped because the collection is full, with what was dropped used for nothing but its key. */
function isEviction(facts: Facts, access: Access): boolean {
  const holder = outermost(access.site).parent;
  const uses = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? usesOf(facts, holder.id) : undefined;
  const isOnlyKey = uses !== undefined && uses.some(isDeletedKey) && uses.every((use) => isDeletedKey(use) || isOnlyTested(use));
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    if (node.type !== 'IfStatement' && node.type !== 'WhileStatement' && node.type !== 'ForStatement') continue;
    const { test } = node;
    if (test && facts.accesses.some((other) => other.kind === 'size' && contains(test, other.node)))
      return uses === undefined ? holder?.type === 'ExpressionStatement' || isDeletedKey(access.site) : isOnlyKey;
  }
  // `evictOldest()` is called where another collection is full.
  return isOnlyKey;
}

function usesOf(facts: Facts, name: Node): Node[] {
  return (facts.analysis.source.variableOf(name)?.references ?? []).flatMap((reference) =>
    reference.init ? [] : [reference.identifier as Node],
  );
}

/** The keys of another collection in the order of their arrival, only to drop its oldest entry: that collection is what is judged. */
export function isOrderOfKeys(facts: Facts): boolean {
  const { cell, writes, reads } = facts;
  const taken = writes.filter((access) => access.kind === 'take');
  if (cell.container !== 'array' || taken.length === 0 || !taken.every((access) => isEviction(facts, access))) return false;
  const dropping = [...taken, ...writes.filter((access) => access.kind === 'remove')];
  return reads.every(
    (access) =>
      access.kind === 'size' ||
      isDeletedKey(access.node) ||
      isOnlyTested(access.node) ||
      dropping.some(({ site }) => contains(site, access.node)) ||
      movesToEnd(facts, access),
  );
}

/** `const at = order.indexOf(key); if (at >= 0) order.splice(at, 1);`: no work hangs on it, only the order itself changes. */
function movesToEnd(facts: Facts, access: Access): boolean {
  const branches = facts.tests
    .filter((test) => test.access === access)
    .map(branchesOf)
    .flatMap(({ present, absent }) => [present, absent])
    .filter((branch) => branch !== undefined);
  return (
    access.kind === 'has' &&
    branches.length > 0 &&
    branches.every((branch) => {
      const only = branch.type === 'BlockStatement' && branch.body.length === 1 ? branch.body[0] : branch;
      return facts.writes.some((write) => statementOf(write.site) === only);
    })
  );
}

/** `if (oldest)`, `if (oldest !== undefined)`. */
function isOnlyTested(node: Node): boolean {
  const holder = outermost(node).parent;
  const test = holder?.type === 'BinaryExpression' ? outermost(holder) : outermost(node);
  return test.parent?.type === 'IfStatement' && test.parent.test === test;
}

/** `map.delete(key)`, `delete table[key]`. */
function isDeletedKey(key: Node): boolean {
  const holder = outermost(key).parent;
  if (holder?.type === 'CallExpression') return calleeName(holder) === 'delete' && holder.callee !== key;
  return (
    holder?.type === 'MemberExpression' &&
    holder.computed &&
    unwrap(holder.property) === unwrap(key) &&
    outermost(holder).parent?.type === 'UnaryExpression'
  );
}

/** Before it is emptied, the content is iterated, passed on or kept under another name in the same function. */
function isHandedOnBefore(facts: Facts, emptied: Access): boolean {
  const fn = emptied.fn;
  return (
    facts.reads.some((access) => {
      if (access.fn === null || fn === null || !(access.fn === fn || contains(fn, access.site))) return false;
      if (access.site.range[0] > emptied.site.range[0] && !contains(access.site, emptied.site)) return false;
      if (access.depth > 1) return false;
      if (access.kind === 'iterate') return !isOnlyLogged(facts, access) && !isPruningLoop(facts, access) && !isClosingLoop(facts, access);
      return access.kind === 'read' && (access.how === 'argument' || access.how === 'value') && !isOnlyLogged(facts, access);
    }) || isCopiedBefore(facts, emptied)
  );
}

/** `for (const client of clients.values()) await client.close()`: the elements are told, not handed on. */
function isClosingLoop(facts: Facts, access: Access): boolean {
  const loop = access.site.type === 'ForOfStatement' ? access.site : outermost(access.site).parent;
  if (loop?.type !== 'ForOfStatement') return false;
  const inside = facts.accesses.filter((other) => other.depth > 0 && contains(loop.body, other.node));
  return (
    inside.length > 0 &&
    inside.every((other) => other.kind === 'call' || (other.kind === 'read' && (other.how === 'call' || isClosing(other.site))))
  );
}

function isClosing(call: Node): boolean {
  return (
    call.type === 'CallExpression' &&
    /^(close|remove|dispose|stop|destroy|disconnect|shutdown|terminate|quit|unsubscribe|release)(?![a-z])/.test(calleeName(call) ?? '')
  );
}

/** `const batch = pending; pending = [];` and `const [first] = [pending, pending = []]`. */
export function isCopiedBefore(facts: Facts, emptied: Access): boolean {
  const { cell, analysis } = facts;
  if (cell.kind === 'instance field' || cell.kind === 'static field' || cell.kind === 'property') {
    const statement = statementOf(emptied.site);
    const block = statement?.parent;
    if (block?.type !== 'BlockStatement') return false;
    const before = block.body.slice(0, block.body.indexOf(statement as never));
    return before.some(
      (candidate) =>
        candidate.type === 'VariableDeclaration' &&
        candidate.declarations.some(
          ({ init }) =>
            init &&
            unwrap(init).type === 'MemberExpression' &&
            analysis.source.text.slice(...unwrap(init).range) === analysis.source.text.slice(...emptied.node.range),
        ),
    );
  }
  const variable = analysis.source.variableOf(emptied.node);
  return (variable?.references ?? []).some((reference) => {
    const node = reference.identifier as Node;
    const parent = outermost(node).parent;
    return (
      reference.isRead() &&
      parent?.type === 'VariableDeclarator' &&
      parent.init !== null &&
      analysis.source.functionOf(node) === emptied.fn &&
      node.range[0] < emptied.site.range[0]
    );
  });
}
