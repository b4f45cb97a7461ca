/**
 * Question: what is a single value used for?
 *
 * The benign shapes first (lazy initialisation, latches, refetched configuration), then the concerns, last a switch that invocations
 * turn and later ones obey.
 */

import { booleanValue, type CallNode, dottedName, isFunction, isNullish, type Node, outermost, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import {
  branchesOf,
  contains,
  isGuarded,
  isInCatch,
  isInFinally,
  isReachedWhenAbsent,
  isUnconditional,
  leaves,
  type Test,
} from '../guards.js';
import { functionName } from '../handlers.js';
import { importedAs, loadedModule } from '../imports.js';
import { namesMetrics, suggests } from '../vocabulary.js';
import { classifyCursor } from './checkpoints.js';
import { classifyPause, classifyScalarCount } from './counts.js';
import { classifyLastKey, isMemoOfOne } from './dedup.js';
import {
  derivesFromSelf,
  identifiersIn,
  isConstantValue,
  isEmptying,
  isFrom,
  isRoundRobin,
  isTimeValue,
  originsOf,
  textOf,
  walk,
} from './evidence.js';
import type { Facts } from './facts.js';
import { classifyFlag, classifyHeld, classifyPromiseChain, isRaisedAndLowered } from './locks.js';
import { classifyStage } from './progress.js';
import { isCopiedBefore } from './queues.js';
import { refuses } from './refusals.js';
import { classifyRequestValue, isCopyUnderKey, isOverwrittenFirst } from './request-values.js';
import { isResetFirst } from './resets.js';
import { type Step, verdict, type Verdict } from './verdict.js';

export function classifyScalar(facts: Facts): Verdict | undefined {
  const { writes, cell } = facts;
  if (writes.length === 0) return undefined;
  const assigns = writes.filter(
    (access) => access.kind === 'assign' || access.kind === 'clear' || access.kind === 'put' || access.kind === 'change',
  );
  if (cell.kind === 'environment')
    return (
      (classifyFlag(facts, assigns) ?? classifyScalarCount(facts) ?? classifyCursor(facts, assigns)) || classifyEnvironment(facts, assigns)
    );
  return (
    (classifyAnsweredOnce(facts, assigns) ??
      classifyHeld(facts, assigns) ??
      classifyLazy(facts, assigns) ??
      classifyPromiseChain(facts, assigns) ??
      classifyFlag(facts, assigns) ??
      classifyScalarCount(facts) ??
      classifyCursor(facts, assigns) ??
      classifyLastKey(facts, assigns) ??
      classifyStage(facts, assigns) ??
      classifyPause(facts, assigns) ??
      classifyRequestValue(facts, assigns) ??
      classifyChoice(facts, assigns) ??
      classifyRefetched(facts, assigns) ??
      classifySwitch(facts, assigns) ??
      classifyRemovedPart(facts)) ||
    undefined
  );
}

/** `if (isReady !== null) return isReady; … isReady = false; … isReady = true;`: a yes or no that is found out once, and `null` until then. */
function classifyAnsweredOnce(facts: Facts, assigns: readonly Access[]): Step {
  if (facts.writes.some((access) => access.kind !== 'assign' && access.kind !== 'clear')) return undefined;
  const answers = assigns.filter((access) => !isEmptying(access) || booleanValue(access.value) !== undefined);
  if (answers.length === 0 || !answers.every((access) => booleanValue(access.value) !== undefined)) return undefined;
  const asked = facts.tests.filter((test) => isComparedWithNothing(test.access.node));
  return answers.every((access) => asked.some((test) => isReachedWhenAbsent(facts.analysis, test, access.site))) ? false : undefined;
}

function isComparedWithNothing(node: Node): boolean {
  const comparison = outermost(node).parent;
  return comparison?.type === 'BinaryExpression' && (isNullish(comparison.left as Node) || isNullish(comparison.right));
}

/** Every write fills an empty cell, or empties it. */
function classifyLazy(facts: Facts, assigns: readonly Access[]): Step {
  if (facts.writes.some((access) => access.kind === 'update' || access.kind === 'take' || access.kind === 'reorder')) return undefined;
  if (isRaisedAndLowered(facts, assigns)) return undefined;
  const fills = assigns.filter((access) => !isEmptying(access) && !isBackToStart(facts, access));
  if (assigns.length === 0) return undefined;
  if (fills.length === 0)
    return facts.cell.init !== undefined && !isNullish(facts.cell.init) && !assigns.every((access) => isBackToStart(facts, access))
      ? undefined
      : false;
  const flags = fills.filter((access) => access.value !== undefined && booleanValue(access.value) !== undefined);
  if (flags.length === fills.length && new Set(flags.map((access) => booleanValue(access.value))).size > 1) return undefined;
  // A fallback switched on by a failure is no set-up: later invocations take another way for good.
  if (flags.length === fills.length && fills.every((access) => isInCatch(access.site)))
    return isPauseFlag(facts, assigns, fills) ? verdict('retry', fills[0], 'breaker') : undefined;
  const isLatch = (access: Access): boolean =>
    isGuarded(facts.analysis, facts.tests, access) ||
    isOppositeOfTest(facts, access) ||
    isGuardedBySibling(facts, access) ||
    isFilledWithSibling(facts, access);
  if (!fills.every(isLatch)) return undefined;
  const leaking = fills.find(
    (access) =>
      access.value !== undefined &&
      (isFrom(facts, access.value, 'request') || holdsRequest(facts, access.value)) &&
      booleanValue(access.value) === undefined &&
      !isHarmlessRequest(facts, access.value) &&
      !isCopyUnderKey(facts, access) &&
      !isOutOfReach(facts, access),
  );
  // `const other = waiting; waiting = null;`: one request leaves something for the next to take.
  if (leaking && assigns.some((access) => isEmptying(access) && !isInCatch(access.site) && isCopiedBefore(facts, access)))
    return verdict('queue', leaking);
  if (leaking) return verdict('request-leak', leaking, 'lazy');
  return false;
}

/**
 * `function load() { if (!table) table = parse('table.csv'); return table; }`: nobody has told the function of a request, and nothing in the
 * file asks for one by itself. What the helpers that it calls are given elsewhere is not its own.
 */
function isOutOfReach(facts: Facts, { fn, value }: Access): boolean {
  const { source, handlers, reach } = facts.analysis;
  if (!fn || fn.params.length > 0 || source.functionOf(fn) !== null || handlers.byFunction.get(fn)?.entry === 'platform') return false;
  const isOfRequest = (node: Node | undefined): boolean => node !== undefined && isFrom(facts, node, 'request');
  const isGivenRequest = ({ arguments: given, callee }: CallNode): boolean =>
    given.some((argument) => isOfRequest(argument.type === 'SpreadElement' ? argument.argument : argument)) ||
    (callee.type === 'MemberExpression' && isOfRequest(callee.object));
  let isTold = false;
  let isCalled = false;
  walk(facts, value!, (node) => {
    if (node.type === 'CallExpression' && reach.calleesOf(node).length > 0) isCalled = true;
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && isGivenRequest(node)) isTold = true;
  });
  // `await cookies()`, `getContext()`
  return (
    isCalled &&
    !isTold &&
    !source.calls.some(({ node }) => isOfRequest(node) && reach.calleesOf(node).length === 0 && !isGivenRequest(node))
  );
}

/** Raised by a failure, seen by the next call, which waits or is refused, and lowered again: a breaker of one bit. */
function isPauseFlag(facts: Facts, assigns: readonly Access[], raised: readonly Access[]): boolean {
  const lowered = assigns.filter((access) => !raised.includes(access) && !isInCatch(access.site));
  if (lowered.length === 0) return false;
  return facts.tests.some(
    (test) => refuses(branchesOf(test).present) || lowered.some((access) => contains(branchesOf(test).present, access.site)),
  );
}

/** The flag is set to what it was declared with. */
function isBackToStart(facts: Facts, access: Access): boolean {
  const value = booleanValue(access.value);
  return (
    value !== undefined && facts.cell.init !== undefined && booleanValue(facts.cell.init) === value && !suggests('lock', [facts.cell.name])
  );
}

/** `Client.init({ authorize: (done) => done(token) })`: a callback that the client keeps names what came with the request. */
function holdsRequest(facts: Facts, value: Node): boolean {
  const call = unwrap(value);
  if (call.type !== 'NewExpression' && call.type !== 'CallExpression') return false;
  const { source } = facts.analysis;
  const kept = call.arguments.flatMap((argument) =>
    argument.type === 'ObjectExpression'
      ? argument.properties.flatMap((property) => (property.type === 'Property' && isFunction(property.value) ? [property.value] : []))
      : [],
  );
  return kept.some((callback) =>
    identifiersIn(facts, callback.body, true).some((identifier) => {
      const definition = source.variableOf(identifier)?.defs[0];
      return definition !== undefined && !contains(callback, definition.name as Node) && isFrom(facts, identifier, 'request');
    }),
  );
}

/** Promises of set-up that merely wait for the first request, or flags computed from it. */
function isHarmlessRequest(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  return inner.type === 'BinaryExpression' && /^([=!]==?|[<>]=?)$/.test(inner.operator) && facts !== undefined;
}

/** `if (cold) cold = false`: the flag goes one way, once. */
function isOppositeOfTest(facts: Facts, access: Access): boolean {
  const value = booleanValue(access.value);
  if (value === undefined) return false;
  return facts.tests.some((test) => {
    const { present, absent } = branchesOf(test);
    return value
      ? contains(absent, access.site) || isReachedWhenAbsent(facts.analysis, test, access.site)
      : contains(present, access.site) || isAfterLeaving(test, access);
  });
}

function isAfterLeaving(test: Test, access: Access): boolean {
  const { absent } = branchesOf(test);
  return (
    absent !== undefined && leaves(absent) && test.holder.range[1] <= access.site.range[0] && contains(test.holder.parent, access.site)
  );
}

/** `if (!ready) { client = make(); ready = true; }`: guarded by a flag beside it. */
function isGuardedBySibling(facts: Facts, access: Access): boolean {
  for (let node: Node | undefined = access.site; node; node = node.parent) {
    if (isFunction(node)) return false;
    const parent: Node | undefined = node.parent;
    if (parent?.type !== 'IfStatement' || parent.consequent !== node) continue;
    const tested = unwrap(parent.test);
    if (tested.type !== 'UnaryExpression' || tested.operator !== '!') continue;
    const variable = facts.analysis.source.variableOf(unwrap(tested.argument));
    if (
      variable &&
      facts.analysis.source.isModuleLevel(variable) &&
      variable.references.some((reference) => reference.isWrite() && !reference.init && contains(node, reference.identifier as Node))
    )
      return true;
  }
  return false;
}

/** `if (client) return client; client = make(); backend = 'redis'`: a cell beside it was empty, and is filled on the same way. */
function isFilledWithSibling(facts: Facts, access: Access): boolean {
  const { source } = facts.analysis;
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    const parent: Node | undefined = node.parent;
    if (parent?.type !== 'BlockStatement') continue;
    const before = parent.body.slice(0, parent.body.indexOf(node as (typeof parent.body)[number]));
    for (const statement of before) {
      if (statement.type !== 'IfStatement' || !leaves(statement.consequent)) continue;
      const variable = source.variableOf(unwrap(statement.test));
      if (!variable || !source.isModuleLevel(variable)) continue;
      const written = variable.references.filter(
        (reference) => reference.isWrite() && !reference.init && source.functionOf(reference.identifier as Node) === access.fn,
      );
      // A flag that is raised there keeps runs apart: it makes nothing.
      if (
        written.length > 0 &&
        written.every(({ writeExpr }) => writeExpr && booleanValue(writeExpr as Node) === undefined && !isNullish(writeExpr as Node))
      )
        return true;
    }
  }
  return false;
}

/** Values asked from outside: a cached configuration, whatever decides when it is asked again. */
function classifyRefetched(facts: Facts, assigns: readonly Access[]): Step {
  const filled = assigns.filter((access) => !isEmptying(access) && access.value !== undefined);
  if (filled.length === 0) return undefined;
  const kept = filled.find((access) => isAnswerOfRequest(facts, access));
  if (kept) return verdict('request-leak', kept);
  if (
    filled.every(
      (access) =>
        isFrom(facts, access.value, 'external', 'load', 'unknown', 'error') &&
        !isFrom(facts, access.value, 'request') &&
        booleanValue(access.value) === undefined,
    )
  )
    return false;
  if (filled.every((access) => isTimeValue(facts, access.value))) return false;
  return undefined;
}

/**
 * `let answer; … if (isPartner) answer = await save(data.partner); return answer;`: on the other way the answer of an earlier call goes out,
 * and at any time that of another one.
 */
function isAnswerOfRequest(facts: Facts, { value, site, fn }: Access): boolean {
  const awaited = value && unwrap(value);
  const call = awaited?.type === 'AwaitExpression' ? unwrap(awaited.argument) : undefined;
  if (facts.cell.init !== undefined || fn === null || call?.type !== 'CallExpression' || isUnconditional(site) || facts.tests.length > 0)
    return false;
  if (!call.arguments.some((argument) => argument.type !== 'SpreadElement' && isFrom(facts, argument, 'request', 'caller'))) return false;
  return facts.reads.some(
    (read) => read.fn === fn && read.how === 'return' && read.site.range[0] > site.range[1] && isUnconditional(read.site),
  );
}

/** Constants switched by invocations and seen by later ones. */
function classifySwitch(facts: Facts, assigns: readonly Access[]): Step {
  const { cell, analysis } = facts;
  const switched = assigns.filter(
    (access) =>
      access.value !== undefined &&
      ((isConstantValue(facts, access.value) && isWrittenDown(access.value)) ||
        booleanValue(access.value) !== undefined ||
        (derivesFromSelf(facts, access.value) && !isText(cell.init))) &&
      !isTimeValue(facts, access.value),
  );
  if (switched.length === 0 || switched.length < assigns.filter((access) => !isEmptying(access)).length) return undefined;
  if (isResetFirst(facts) || isRoundRobin(facts) || namesMetrics(cell.name)) return false;
  if (facts.tests.some((test) => contains(test.holder, switched[0]!.site) && isMemoOfOne(facts, test))) return false;
  // Set by another file, and emptied again: a setter with its undoing.
  if (switched.every(isEmptying) && assigns.length > switched.length) return false;
  // `updateConfig(config) { this.config = { ...this.config, ...config } }`: a setter whose caller is not known.
  if (switched.every((access) => isEmptying(access) || (derivesFromSelf(facts, access.value) && isFrom(facts, access.value, 'caller'))))
    return false;
  if (!facts.reads.some((access) => access.how !== 'log' && !switched.some((write) => contains(write.site, access.node)))) return undefined;
  const decisive = switched.find((access) => !isEmptying(access)) ?? switched[0]!;
  if (cell.kind === 'imported member' && switched.every((access) => isUnconditional(access.site))) return false;
  // The same constant whatever the request: the second invocation finds what it would have written itself.
  const values = new Set(switched.map((access) => (access.value ? textOf(facts, unwrap(access.value)) : '')));
  if (
    values.size === 1 &&
    switched.every((access) => isUnconditional(access.site) && analysis.handlers.byFunction.get(access.fn!)?.entry === 'platform') &&
    isOverwrittenFirst(facts, assigns)
  )
    return false;
  if (switched.every((access) => isSetUp(facts, access)) || isSaidOnce(facts, switched)) return false;
  if (values.size === 1 && assigns.length === switched.length && switched.every((access) => isAnnounced(facts, access))) return false;
  if (assigns.some((access) => isInFinally(access.site) && switched.some((other) => other !== access && other.fn === access.fn)))
    return false;
  return verdict('module-state', decisive);
}

/**
 * `strategy = surge;` for one request and `strategy = standard;` for another: what the code offers by name, from another file or an `enum`,
 * chosen by requests and followed by later ones. Chosen one way only it is a set-up; after a failure, a fallback.
 */
function classifyChoice(facts: Facts, assigns: readonly Access[]): Step {
  const { reach } = facts.analysis;
  if (facts.writes.length > assigns.length) return undefined;
  const choices = assigns.flatMap(({ value }) => (value ? choicesIn(value) : []));
  if (
    !choices.every((choice) => choice.type === 'Literal' || isNamedConstant(facts, choice)) ||
    !choices.some((choice) => isNamedConstant(facts, choice)) ||
    new Set(choices.map((choice) => textOf(facts, choice))).size < 2
  )
    return undefined;
  if (
    !assigns.every(
      ({ value, fn, site }) => value !== undefined && fn !== null && reach.handlerOf(fn)?.entry === 'platform' && !isInCatch(site),
    )
  )
    return undefined;
  if (isResetFirst(facts) || isOverwrittenFirst(facts, assigns) || !facts.reads.some((access) => access.how !== 'log')) return undefined;
  return verdict('module-state', assigns[0]!);
}

/** `night` and `day` of `isDark ? night : day`. */
function choicesIn(value: Node): Node[] {
  const inner = unwrap(value);
  return inner.type === 'ConditionalExpression' ? [...choicesIn(inner.consequent), ...choicesIn(inner.alternate)] : [inner];
}

/** `surge` and `pricing.surge` from another file, `Mode.Night` of an `enum`. */
function isNamedConstant({ analysis }: Facts, value: Node): boolean {
  const { root } = dottedName(value);
  const variable = root.type === 'Identifier' ? analysis.source.variableOf(root) : undefined;
  const definition = variable?.defs[0]?.node as Node | undefined;
  const loaded = definition?.type === 'VariableDeclarator' && definition.init ? loadedModule(unwrap(definition.init)) : undefined;
  return variable !== undefined && (importedAs(variable) !== undefined || loaded !== undefined || variable.defs[0]?.type === 'TSEnumName');
}

/** A text that is added to and cut is a buffer, not a switch. */
function isText(init: Node | undefined): boolean {
  const value = init && unwrap(init);
  return value?.type === 'TemplateLiteral' || (value?.type === 'Literal' && typeof value.value === 'string');
}

/** `delete columns.cost` on one way through the handler: later requests miss the part. */
function classifyRemovedPart(facts: Facts): Step {
  const removed = facts.writes.find((access) => access.kind === 'remove' && !isUnconditional(access.site));
  return removed && facts.cell.kind === 'property' ? verdict('module-state', removed) : undefined;
}

/** A literal, a name of a constant, or a choice between such: nothing that a call made. */
function isWrittenDown(value: Node): boolean {
  const inner = unwrap(value);
  switch (inner.type) {
    case 'ConditionalExpression':
      return isWrittenDown(inner.consequent) && isWrittenDown(inner.alternate);
    case 'LogicalExpression':
      return isWrittenDown(inner.left) && isWrittenDown(inner.right);
    case 'CallExpression':
    case 'NewExpression':
    case 'AwaitExpression':
      return false;
    case 'ObjectExpression':
      return inner.properties.every((property) => property.type !== 'Property' || isWrittenDown(property.value));
    default:
      return true;
  }
}

/** `if (audit === 'warned') return; … audit = 'warned';`: each word is set by the one function that leaves where it stands already. */
function isSaidOnce(facts: Facts, switched: readonly Access[]): boolean {
  return (
    switched.length === facts.writes.length &&
    switched.every((access) => {
      const said = access.value && unwrap(access.value);
      if (said?.type !== 'Literal' || typeof said.value !== 'string' || access.fn !== switched[0]!.fn) return false;
      return facts.tests.some(
        ({ against, holder }) =>
          against !== undefined &&
          textOf(facts, unwrap(against)) === textOf(facts, said) &&
          holder.type === 'IfStatement' &&
          leaves(holder.consequent) &&
          holder.range[1] <= access.site.range[0] &&
          facts.analysis.source.functionOf(holder) === access.fn,
      );
    })
  );
}

/** Set by a function that starts something up: `ready = true` after `await connect()`. */
function isSetUp(facts: Facts, access: Access): boolean {
  return (
    access.fn !== null &&
    /^(init|initialize|setup|connect|start|bootstrap|configure|ensure|load|warm|register|prepare)/i.test(functionName(access.fn) ?? '') &&
    booleanValue(access.value) !== undefined &&
    !isInCatch(access.site) &&
    suggests('cache', []) === false &&
    facts !== undefined
  );
}

/** `export function markReady() { ready = true; }`, and nothing takes it back: other files say once how far the program has started. */
function isAnnounced({ analysis }: Facts, { fn, site, value }: Access): boolean {
  return (
    fn !== null &&
    analysis.handlers.byFunction.get(fn)?.entry === 'export' &&
    fn.params.length === 0 &&
    booleanValue(value) === true &&
    isUnconditional(site)
  );
}

function classifyEnvironment(facts: Facts, assigns: readonly Access[]): Verdict | undefined {
  const leaked = assigns.find(
    (access) => access.value !== undefined && isFrom(facts, access.value, 'request') && !isFrom(facts, access.value, 'external'),
  );
  if (leaked) return verdict('request-leak', leaked);
  const switched = assigns.find(
    (access) =>
      access.value !== undefined &&
      [...originsOf(facts, access.value)].every((origin) => origin === 'constant') &&
      !isUnconditional(access.site) &&
      !isGuarded(facts.analysis, facts.tests, access),
  );
  return switched && verdict('module-state', switched);
}
