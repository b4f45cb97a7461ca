/**
 * Question: are keys remembered so that a repeat does nothing?
 *
 *     if (seen.has(event.id)) return; seen.add(event.id);
 *
 * A set in front of a conditional write of a store only saves a trip; a warning given once and a throttle of idempotent work are fine.
 */

import { calleeName, calleeText, type CallNode, isAwaited, isFunction, type Node, outermost, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import {
  branchesOf,
  contains,
  isGuarded,
  isInCatch,
  isReachedWhenAbsent,
  isUnconditional,
  lastOf,
  leaves,
  type Test,
  turnsAway,
} from '../guards.js';
import { functionName } from '../handlers.js';
import { namesParty, namesPerson, suggests } from '../vocabulary.js';
import { isComparedWithLimit } from './counts.js';
import {
  callSitesOf,
  derivesFromSelf,
  holderFunction,
  isEmptying,
  isFrom,
  isOnlyLogged,
  isPromise,
  isReturned,
  isTimeCompared,
  isTimeValue,
  localDefinition,
  statementOf,
  textOf,
} from './evidence.js';
import { type Facts, ownerName } from './facts.js';
import { answers, refuses } from './refusals.js';
import { isIteratedAsData } from './resets.js';
import { isAnswer } from './stored.js';
import { type Step, verdict } from './verdict.js';

export function isReachedLater(facts: Facts, test: Test, access: Access): boolean {
  // `const known = seen.has(id); seen.add(id); return !known;`: the helper claims, and its caller is turned away.
  if (
    test.access.fn !== null &&
    test.access.fn === access.fn &&
    isUnconditional(access.site) &&
    facts.analysis.source.functionOf(test.holder) !== access.fn &&
    access.site.range[0] > test.access.node.range[0]
  )
    return true;
  return (
    holderFunction(facts, test.holder) === holderFunction(facts, access.site) &&
    access.site.range[0] > test.access.node.range[0] &&
    !contains(branchesOf(test).present, access.site)
  );
}

/** `ids = [...ids.slice(-99), id]` */
function elementsAddedBy(facts: Facts, value: Node): Node[] {
  const list = unwrap(value);
  if (
    list.type !== 'ArrayExpression' ||
    !list.elements.some((element) => element?.type === 'SpreadElement' && derivesFromSelf(facts, element.argument))
  )
    return [];
  return list.elements.filter((element) => element !== null && element.type !== 'SpreadElement');
}

/** A value that only says that the key is there: nothing, a constant, a time, the key itself. */
export function isMarker(facts: Facts, access: Access): boolean {
  if (access.value === undefined || facts.cell.container === 'set' || access.method === 'add') return true;
  if (isNewCollection(access.value)) return false;
  const grown = access.kind === 'assign' ? elementsAddedBy(facts, access.value) : [];
  if (grown.length > 0)
    return grown.every((element) => isScalarKey(facts, element)) && !facts.reads.some((read) => isReadAsData(facts, read));
  if (isKeyOnly(facts) || isToldToRepeats(facts, access.value)) return true;
  if (access.method === 'push' || access.method === 'unshift')
    return isScalarKey(facts, access.value) && !facts.reads.some((read) => isReadAsData(facts, read));
  const inner = unwrap(access.value);
  if (
    access.key &&
    inner.type === 'Identifier' &&
    unwrap(access.key).type === 'Identifier' &&
    textOf(facts, inner) === textOf(facts, access.key)
  )
    return true;
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    return (
      definition !== undefined && !isWrittenAgain(facts, inner) && (unwrap(definition).type === 'Literal' || isTimeValue(facts, definition))
    );
  }
  return inner.type === 'Literal' || isTimeValue(facts, inner);
}

/** `let rest = 0; … rest = …`: what it starts with is not what it holds. */
function isWrittenAgain(facts: Facts, identifier: Node): boolean {
  return facts.analysis.source.variableOf(identifier)?.references.some((reference) => reference.isWrite() && !reference.init) ?? false;
}

/** The stored values are only tested or compared with an age: nobody reads them as data. */
function isKeyOnly(facts: Facts): boolean {
  return (
    facts.cell.container !== 'array' &&
    !isElementChanged(facts) &&
    !facts.reads.some((access) => isReadAsData(facts, access) && !(isTimeCompared(facts, access) && !isReturned(facts, access)))
  );
}

function isElementChanged(facts: Facts): boolean {
  return facts.writes.some((access) => access.kind === 'change' || access.kind === 'update');
}

const OF_TIME_OR_TEXT = /^(get\w*|to[A-Z]\w*|valueOf|diff|is[A-Z]\w*|plus|minus|add|subtract|includes|startsWith|endsWith|equals)$/;

/** An element is used for more than to see whether it is there. */
function isReadAsData(_facts: Facts, access: Access): boolean {
  if (access.depth === 0 || access.kind === 'has' || access.how === 'test' || access.how === 'compare' || access.how === 'log')
    return false;
  // `formats.get(locale).format(sum)`: an object that works. A time or a text is only looked at by its methods.
  return access.method === undefined || (access.kind === 'call' && !OF_TIME_OR_TEXT.test(access.method));
}

/** Who comes again is told by whom or when it was done: the values are read where a repeat is turned away, and are no answer of the work. */
function isToldToRepeats(facts: Facts, value: Node): boolean {
  if (isElementChanged(facts) || isAnswer(facts, value)) return false;
  const isHandedOut = (access: Access): boolean =>
    access.fn !== null && !access.fn.async && !facts.analysis.handlers.byFunction.has(access.fn) && isReturned(facts, access);
  return facts.reads.every((access) => !isReadAsData(facts, access) || (isWhereRepeatsEnd(facts, access) && !isHandedOut(access)));
}

/** In the branch that turns a repeat away from the write that claims the key. */
export function isWhereRepeatsEnd(facts: Facts, access: Access): boolean {
  return facts.tests.some(
    (test) =>
      contains(branchesOf(test).present, access.node) &&
      turnsAway(test) &&
      facts.writes.some((write) => write.kind !== 'remove' && claimsAfter(facts, test, write)),
  );
}

/** The write is reached where the test found nothing: together they claim a key. */
export function claimsAfter(facts: Facts, test: Test, write: Access): boolean {
  return isReachedWhenAbsent(facts.analysis, test, write.site) || isReachedLater(facts, test, write);
}

export function isNewCollection(value: Node): boolean {
  const inner = unwrap(value);
  return (
    (inner.type === 'ArrayExpression' && inner.elements.length === 0) ||
    (inner.type === 'ObjectExpression' && inner.properties.length === 0) ||
    (inner.type === 'NewExpression' && /^(Map|Set)$/.test(calleeText(inner) ?? ''))
  );
}

/** An id rather than a record: a member, a name, a template, a call that makes a string. */
function isScalarKey(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'ObjectExpression')
    return (
      inner.properties.length <= 2 &&
      inner.properties.some((property) => property.type === 'Property' && isTimeValue(facts, property.value))
    );
  if (inner.type === 'ArrayExpression')
    return inner.elements.length <= 2 && inner.elements.some((element) => element !== null && isTimeValue(facts, element));
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    if (definition && unwrap(definition).type === 'ObjectExpression') return isScalarKey(facts, definition);
  }
  return (
    inner.type === 'Identifier' || inner.type === 'MemberExpression' || inner.type === 'TemplateLiteral' || inner.type === 'CallExpression'
  );
}

export function classifyKeyedDedup(facts: Facts, puts: readonly Access[]): Step {
  const { cell, tests, analysis } = facts;
  // `seen[day] ??= {}` makes room for the keys of a day.
  const added = puts.filter(
    (access) =>
      (access.kind === 'put' || access.kind === 'assign') &&
      !(access.value !== undefined && access.operator !== '=' && isNewCollection(access.value)),
  );
  if (added.length === 0) return undefined;
  if (added.some((access) => access.value !== undefined && isSizeGrowth(facts, access))) return verdict('dedup', added[0]);
  const named =
    suggests('dedup', [cell.name, ownerName(cell.owner)]) || (suggests('dedup', facts.names.slice(2)) && !suggests('cache', [cell.name]));
  const grown = growthTest(facts, added);
  if (grown) return verdict('dedup', grown);
  const markers = added.every((access) => isMarker(facts, access));
  const away = tests.filter((test) => test.access.kind !== 'size' && turnsAway(test));
  if (markers) {
    const isForKeys = (access: Access): boolean =>
      isWhereRepeatsEnd(facts, access) || facts.writes.some(({ site }) => contains(site, access.node));
    if (isIteratedAsData(facts, isForKeys) && !named) return undefined;
    const attempts = added.find((access) => [access.site, ...callSitesOf(facts, access)].some(isInCatch));
    if (
      attempts &&
      facts.accesses.some(
        (access) =>
          (access.kind === 'size' || access.field === 'length' || access.kind === 'iterate' || access.method === 'filter') &&
          isComparedWithLimit(facts, access),
      )
    )
      return verdict('retry', attempts);
    const flow = added.find((access) => away.some((test) => claimsAfter(facts, test, access)) || isGuarded(analysis, tests, access));
    if (flow && (isBackedByClaim(facts, flow) || isSetUpByKey(facts, flow, away))) return false;
    if (flow && (isAnswerKept(facts, flow, away) || isAgeOfCache(facts, flow))) return false;
    if (flow && isSynchronousMemo(facts, flow) && facts.reads.some((access) => access.depth > 0 && access.how === 'return'))
      return undefined;
    if (flow && isOnlyAsked(facts, flow)) return verdict('cache', flow, 'unbounded', true);
    if (flow) return isThrottle(facts, added, away) ?? (flow.fn ? isWarnedOnce(facts, flow) : undefined) ?? verdict('dedup', flow);
    const isWrapped =
      added.every((access) => isTimeValue(facts, access.value)) &&
      facts.reads.some((access) => access.depth > 0 && isTimeCompared(facts, access)) &&
      facts.tests.some((test) => test.holder.type === 'IfStatement' && added.every((access) => contains(test.holder, access.site)));
    if (isWrapped && !named) return false;
    if (
      named &&
      added.some((access) => access.fn !== null) &&
      tests.length + facts.reads.filter((access) => access.kind === 'has').length > 0
    )
      return verdict('dedup', added[0]);
    return undefined;
  }
  // The stored result of the work: a hit gives the earlier answer instead of doing the work again.
  // A hit that is asked for its age is an answer kept for a time.
  const expires = facts.reads.some(
    (access) => access.depth > 0 && isTimeCompared(facts, access) && away.some((test) => contains(test.holder, access.node)),
  );
  const strong =
    (suggests('dedup', [cell.name]) && !expires && !added.some((access) => isLookedUp(facts, access.value))) ||
    /idempoten|dedup/i.test(facts.names.join(' ')) ||
    facts.accesses.some((access) => access.key !== undefined && namesRepeats(facts, access.key)) ||
    added.some((access) => isFelt(facts, access.value));
  const flow = added.find((access) => away.some((test) => claimsAfter(facts, test, access)));
  if (strong && flow && !isSynchronousMemo(facts, flow)) return verdict('dedup', flow);
  const remembered = added.find((access) =>
    callSitesOf(facts, access).some((site) => tests.some((test) => contains(branchesOf(test).absent, site))),
  );
  if (strong && remembered) return verdict('dedup', remembered);
  if (/idempoten|dedup|nonce/i.test(facts.names.join(' ')) && facts.reads.some((access) => access.kind === 'get' || access.kind === 'has'))
    return verdict('dedup', added[0]);
  return undefined;
}

/**
 * `const done = steps.get(job); if (done.has(step)) continue; await run(step); done.add(step);`: keys remembered for each owner. Steps that
 * are written down in the code are the progress of a job; keys that come from outside are repeats.
 */
export function classifyNestedKeys(facts: Facts, puts: readonly Access[]): Step {
  const added = puts.filter(
    (access) => access.kind === 'change' && access.depth > 0 && (access.method === 'add' || access.method === 'push'),
  );
  const away = facts.tests.filter((test) => test.access.kind === 'has' && test.access.depth > 0 && turnsAway(test));
  const flow = added.find((access) => away.some((test) => claimsAfter(facts, test, access) && !isOnlyAddition(test, access)));
  if (!flow || isIteratedAsData(facts)) return undefined;
  const isWrittenDown = flow.value !== undefined && !isFrom(facts, flow.value, 'request', 'caller', 'external', 'state', 'fresh');
  return verdict(isWrittenDown ? 'progress' : 'dedup', flow);
}

/** `if (!list.includes(wish)) list.push(wish)`: no work is kept from being done, a list is kept without repeats. */
function isOnlyAddition(test: Test, access: Access): boolean {
  const { absent } = branchesOf(test);
  const statement = statementOf(access.site);
  return (
    contains(absent, access.site) &&
    (absent === statement || (absent?.type === 'BlockStatement' && absent.body.length === 1 && absent.body[0] === statement))
  );
}

/** `request.headers.get('idempotency-key')`, also under a name of its own. */
function namesRepeats(facts: Facts, key: Node): boolean {
  const inner = unwrap(key);
  const definition = inner.type === 'Identifier' ? localDefinition(facts, inner) : undefined;
  return [inner, definition].some((node) => node !== undefined && /idempoten|dedup|nonce/i.test(textOf(facts, node)));
}

/** The result of work that is felt outside each time: `await charge(order)`. */
function isFelt(facts: Facts, value: Node | undefined, depth = 3): boolean {
  const inner = value ? unwrap(value) : undefined;
  if (!inner || depth === 0) return false;
  if (inner.type === 'AwaitExpression') return isFelt(facts, inner.argument, depth);
  if (inner.type === 'CallExpression') return SENDING.test(calleeName(inner) ?? '') && inner.arguments.length > 0 && isAwaited(inner);
  // `{ botId: sent.id, ok: sent.ok }`
  if (inner.type === 'MemberExpression') return isFelt(facts, inner.object, depth);
  if (inner.type === 'ObjectExpression')
    return inner.properties.some((property) => property.type === 'Property' && isFelt(facts, property.value, depth - 1));
  const definition = inner.type === 'Identifier' ? localDefinition(facts, inner) : undefined;
  return isFelt(facts, definition, depth - 1);
}

/** The result of a call that only asks: `await loadBasket(id)`. To ask again does no harm, whatever the cell is called. */
function isLookedUp(facts: Facts, value: Node | undefined, depth = 3): boolean {
  const inner = value ? unwrap(value) : undefined;
  if (!inner || depth === 0) return false;
  if (inner.type === 'AwaitExpression') return isLookedUp(facts, inner.argument, depth);
  if (inner.type === 'CallExpression')
    return /^(get|find|load|read|fetch|query|look|list|select|resolve|describe|search)(?![a-z])/.test(calleeName(inner) ?? '');
  const definition = inner.type === 'Identifier' ? localDefinition(facts, inner) : undefined;
  return isLookedUp(facts, definition, depth - 1);
}

/** `if (valid.has(zone)) return true; … valid.add(zone); return true;`: a hit says without looking what looking has said. */
function isAnswerKept(facts: Facts, flow: Access, away: readonly Test[]): boolean {
  const fn = holderFunction(facts, flow.site);
  const block = statementOf(flow.site)?.parent;
  if (fn === null || fn.async || block?.type !== 'BlockStatement') return false;
  const after = block.body
    .slice(block.body.indexOf(statementOf(flow.site) as (typeof block.body)[number]) + 1)
    .find((statement) => statement.type === 'ReturnStatement');
  const answer = returnedText(facts, after);
  return (
    answer !== undefined &&
    away.some((test) => holderFunction(facts, test.holder) === fn && returnedText(facts, branchesOf(test).present) === answer)
  );
}

/** `answers[key] = answer; askedAt[key] = now;`: the age of what is kept beside it under the same key. */
function isAgeOfCache(facts: Facts, flow: Access): boolean {
  const statement = statementOf(flow.site);
  const block = statement?.parent;
  if (block?.type !== 'BlockStatement' || flow.key === undefined || !isTimeValue(facts, flow.value)) return false;
  const key = textOf(facts, flow.key);
  return block.body.some((other) => {
    const write = other !== statement && other.type === 'ExpressionStatement' ? unwrap(other.expression) : undefined;
    if (write?.type === 'AssignmentExpression')
      return (
        write.left.type === 'MemberExpression' &&
        write.left.computed &&
        textOf(facts, write.left.property) === key &&
        isKeptWithAnswer(facts, write.right)
      );
    return (
      write?.type === 'CallExpression' &&
      calleeName(write) === 'set' &&
      write.arguments.length === 2 &&
      textOf(facts, write.arguments[0]!) === key &&
      isKeptWithAnswer(facts, write.arguments[1]!)
    );
  });
}

/** What an awaited call answered, or what was made of it. */
function isKeptWithAnswer(facts: Facts, value: Node): boolean {
  return isFrom(facts, value, 'external') && !isTimeValue(facts, value);
}

/** `return true`, also in braces: the literal, as it is written. */
function returnedText(facts: Facts, branch: Node | undefined): string | undefined {
  const only = branch?.type === 'BlockStatement' && branch.body.length === 1 ? branch.body[0] : branch;
  return only?.type === 'ReturnStatement' && only.argument !== null && unwrap(only.argument).type === 'Literal'
    ? textOf(facts, only.argument)
    : undefined;
}

/** A synchronous function that returns what it has computed before. */
function isSynchronousMemo(facts: Facts, flow: Access): boolean {
  const fn = holderFunction(facts, flow.site);
  return (
    fn !== null &&
    !fn.async &&
    !/idempoten|dedup|nonce/i.test(facts.names.join(' ')) &&
    facts.reads.some((access) => access.depth > 0 && isReturned(facts, access)) &&
    unwrap(flow.value ?? flow.site).type !== 'Literal'
  );
}

/** `async function ensureBucket(name) { if (ready.has(name)) return; await createBucket(name); ready.add(name); }`: set up once for each. */
function isSetUpByKey(facts: Facts, flow: Access, away: readonly Test[]): boolean {
  return (
    flow.fn !== null &&
    /^_?(ensure|set[uU]p|prepare|provision)(?![a-z])/.test(functionName(flow.fn) ?? '') &&
    !away.some((test) => refuses(branchesOf(test).present))
  );
}

/** The same function claims the key in a store with a conditional write: the cell only saves the trip. */
function isBackedByClaim(facts: Facts, flow: Access): boolean {
  return callsOnTheWay(facts, flow).some(
    (node) =>
      isAwaited(node) &&
      (CLAIM.test(textOf(facts, node)) || (facts.analysis.reachesOwnStore(node) && OWN_CLAIM.test(calleeName(node) ?? ''))),
  );
}

/**
 * The calls of a function that one who comes to the access may make. `if (!store.isOpen) { …; seen.add(key); return true; }`: who goes this
 * way never comes to what stands behind it.
 */
function callsOnTheWay(facts: Facts, { site }: Access): readonly CallNode[] {
  const calls = facts.calls.within(holderFunction(facts, site));
  for (let current: Node | undefined = site; current && !isFunction(current); current = current.parent) {
    const branch: Node = current;
    const parent: Node | undefined = branch.parent;
    if (parent?.type === 'IfStatement' && parent.test !== branch && leaves(branch))
      return calls.filter((node) => contains(branch, node) || node.range[1] <= branch.range[0]);
  }
  return calls;
}

/** What a store that the settings name calls a conditional write. */
const OWN_CLAIM = /^(claim|acquire|reserve|tryInsert|insertOnce|putOnce|once)/;

const ASKING =
  /^(get|find|load|read|fetch|query|lookup|json|text|select|head|exists|has|is|check|verify|validate|describe|list|assert|warn|error|info|log|debug|encodeURIComponent|catch|then|String|add|set|push)/i;

/** The work that is left out only asks whether the key is known elsewhere: what is remembered is the answer. */
function isOnlyAsked(facts: Facts, flow: Access): boolean {
  const fn = flow.fn;
  if (fn === null || !fn.async || facts.analysis.handlers.byFunction.get(fn)?.entry === 'platform') return false;
  const calls = callsOnTheWay(facts, flow).filter((node) => {
    const { parent } = outermost(node);
    return parent?.type === 'AwaitExpression' || parent?.type === 'ExpressionStatement';
  });
  return (
    calls.some((node) => isAwaited(node)) &&
    calls.every((node) => ASKING.test(calleeName(node) ?? '') && !/\bmethod\s*:|\bbody\s*:/.test(textOf(facts, node)))
  );
}

const CLAIM =
  /\bnx\b|['"]NX['"]|setnx|attribute_not_exists|ON CONFLICT|onConflict|ConditionExpression|skipDuplicates|putIfAbsent|onlyIfNew|ifNotExists|INSERT OR IGNORE|ignoreDuplicates/i;

function isSizeGrowth(_facts: Facts, access: Access): boolean {
  const member = outermost(access.site).parent;
  return (
    access.method === 'add' &&
    member?.type === 'MemberExpression' &&
    member.property.type === 'Identifier' &&
    member.property.name === 'size'
  );
}

/** `const before = seen.size; seen.add(id); if (seen.size === before) return`. */
function growthTest(facts: Facts, added: readonly Access[]): Access | undefined {
  const sizes = facts.tests.filter(
    (test) =>
      test.access.kind === 'size' &&
      test.against !== undefined &&
      derivesFromSelf(facts, test.against, 3, ['size']) &&
      turnsAway({ ...test, polarity: 'present' }),
  );
  return sizes.length > 0 ? added.find((access) => access.method === 'add' || access.method === 'set') : undefined;
}

/** What names one message rather than who sends it. */
const MESSAGE_KEY =
  /(message|event|request|delivery|webhook|dispatch|notification|transaction|payment|order|invoice|idempotency)_?(id|key)\b|nonce|signature/i;

/** A time stamp by key compared with an age: rejecting is a limit, leaving idempotent work out is a throttle. */
function isThrottle(facts: Facts, added: readonly Access[], away: readonly Test[]): Step {
  const isTimed =
    added.every((access) => isTimeValue(facts, access.value)) &&
    facts.reads.some(
      (access) =>
        access.depth > 0 &&
        access.kind !== 'has' &&
        isTimeCompared(facts, access) &&
        away.some((test) => contains(test.holder, access.node) || test.access === access),
    );
  if (!isTimed) return undefined;
  const keys = facts.accesses.flatMap((access) => (access.key ? [textOf(facts, access.key)] : []));
  const isMessage =
    suggests('dedup', [facts.cell.name, ownerName(facts.cell.owner), ...facts.names.slice(2)]) || keys.some((key) => MESSAGE_KEY.test(key));
  if (isMessage) return undefined;
  const rejects = away.some((test) => refuses(branchesOf(test).present));
  if (
    rejects &&
    (namesPerson([facts.cell.name, ...keys]) ||
      namesParty([facts.cell.name, ...keys]) ||
      suggests('counter', [facts.cell.name, ...facts.names]))
  )
    return verdict('counter', added[0]);
  if (!rejects) return away.some((test) => answers(branchesOf(test).present)) || sendsAfter(facts, added) ? undefined : false;
  return undefined;
}

/** Work that is felt outside each time that it is done. */
const SENDING =
  /^(send|notify|page|alert|mail|email|sms|text|publish|push|charge|pay|ship|issue|submit|dispatch|deliver|invite|award|refund|capture|order|print|call)(?![a-z])/;

function sendsAfter(facts: Facts, added: readonly Access[]): boolean {
  return added.some((access) =>
    facts.calls.within(holderFunction(facts, access.site)).some((call) => isAwaited(call) && SENDING.test(calleeName(call) ?? '')),
  );
}

/** The guarded work is only a log line: a warning once. */
function isWarnedOnce(facts: Facts, flow: Access): Step {
  if (
    /(logged|warned|deprecat|reported)/i.test(facts.cell.name) ||
    /^(log|warn|deprecate|report)\w*Once$/i.test(functionName(flow.fn!) ?? '')
  )
    return false;
  const statement = statementOf(flow.site);
  const block = statement?.parent;
  if (block?.type !== 'BlockStatement') return undefined;
  const others = block.body.filter((candidate) => candidate !== statement && !facts.tests.some((test) => contains(candidate, test.holder)));
  if (others.length === 0) return undefined;
  return others.every(
    (candidate) =>
      candidate.type === 'ExpressionStatement' &&
      (candidate.expression.type === 'CallExpression' || candidate.expression.type === 'AwaitExpression') &&
      isLogCall(candidate.expression),
  )
    ? false
    : undefined;
}

function isLogCall(node: Node): boolean {
  const call = node.type === 'AwaitExpression' ? unwrap(node.argument) : node;
  return (
    call.type === 'CallExpression' &&
    /(^|\.)(console|log|logger|warn|warning|deprecate)(\.|$)|\.(warn|info|debug|warning)$/i.test(calleeText(call) ?? '')
  );
}

/** `if (id === lastId) return; lastId = id`. */
export function classifyLastKey(facts: Facts, assigns: readonly Access[]): Step {
  const marked = assigns.find((access) => isTimeValue(facts, access.value));
  if (marked && facts.tests.some((test) => isSameDayTest(facts, test, marked))) return verdict('dedup', marked);
  const assigned = assigns.find((access) => access.value !== undefined && isFrom(facts, access.value, 'request', 'caller'));
  if (!assigned) return undefined;
  const others = facts.reads.filter(
    (access) => access.how !== 'compare' && access.how !== 'test' && access.how !== 'log' && !isOnlyLogged(facts, access),
  );
  if (others.length > 0) return undefined;
  const compared = facts.tests.find(
    (test) =>
      test.against !== undefined &&
      isEqualityTest(test) &&
      isFrom(facts, test.against, 'request', 'caller') &&
      isSkipped(test) &&
      !returnsState(facts, test) &&
      !isStillMine(facts, test) &&
      test.holder.type !== 'ConditionalExpression' &&
      holderFunction(facts, test.holder) === holderFunction(facts, assigned.site),
  );
  if (compared && (isMemoOfOne(facts, compared) || (isFrom(facts, assigned.value, 'external') && isReloading(facts, compared))))
    return false;
  return compared && verdict('dedup', assigned);
}

/** `const today = day(new Date()); if (lastRun === today) return; await sendDigest(); lastRun = today;`: once for each day, on each instance. */
function isSameDayTest(facts: Facts, test: Test, marked: Access): boolean {
  const { holder, against } = test;
  if (
    holder.type !== 'IfStatement' ||
    !against ||
    !isTimeValue(facts, against) ||
    holderFunction(facts, holder) !== holderFunction(facts, marked.site)
  )
    return false;
  const comparison = unwrap(holder.test);
  if (comparison.type !== 'BinaryExpression' || !/^[!=]==?$/.test(comparison.operator)) return false;
  const isEqual = comparison.operator.startsWith('=');
  if (isEqual && !leaves(holder.consequent)) return false;
  // A new day may also only begin a new count.
  const work: Node = isEqual ? (holder.parent ?? holder) : holder.consequent;
  return facts.calls
    .within(holderFunction(facts, holder))
    .some((call) => contains(work, call) && isAwaited(call) && !ASKING.test(calleeName(call) ?? ''));
}

/** `if (!client || token !== clientToken) { client = make(token); clientToken = token; }`: another key makes another value, nothing more. */
export function isMemoOfOne(facts: Facts, { holder }: Test): boolean {
  if (holder.type !== 'IfStatement' || holder.consequent.type !== 'BlockStatement') return false;
  return holder.consequent.body.some((statement) => {
    const assignment = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    if (assignment?.type !== 'AssignmentExpression' || contains(assignment, facts.cell.node)) return false;
    const made = unwrap(assignment.right);
    const left = unwrap(assignment.left);
    const variable = left.type === 'Identifier' ? facts.analysis.source.variableOf(left) : undefined;
    const isKept = left.type === 'MemberExpression' || (variable !== undefined && facts.analysis.source.isModuleLevel(variable));
    return isKept && (made.type === 'NewExpression' || made.type === 'CallExpression');
  });
}

/** `if (latest !== known) { cache.clear(); known = latest; await loadSettings(); }`: a copy is made anew where its original has moved on. */
function isReloading(facts: Facts, { holder }: Test): boolean {
  if (holder.type !== 'IfStatement') return false;
  const comparison = unwrap(holder.test);
  const isAway = comparison.type === 'BinaryExpression' && comparison.operator.startsWith('=') && leaves(holder.consequent);
  const calls = facts.calls
    .within(holderFunction(facts, holder))
    .filter((call) => (isAway ? call.range[0] > holder.range[1] : contains(holder.consequent, call)));
  return (
    calls.length > 0 &&
    calls.every(
      (call) =>
        isLogCall(call) ||
        /^(clear|delete|reset|invalidate|load|reload|refresh|refetch|get|fetch|read)(?![a-z])/.test(calleeName(call) ?? ''),
    )
  );
}

/** `if (writing && written === digest) return writing;`: who comes second is given the work of the first. */
export function sharesWork(facts: Facts, test: Test): boolean {
  const statement = lastOf(branchesOf(test).present);
  const shared = statement?.type === 'ReturnStatement' && statement.argument ? unwrap(statement.argument) : undefined;
  const promise = shared?.type === 'AwaitExpression' ? unwrap(shared.argument) : shared;
  return promise?.type === 'Identifier' && isPromise(facts, promise);
}

/** `if (current === id) current = null;`: taken back by who has set it. */
function isStillMine(facts: Facts, { holder }: Test): boolean {
  return facts.writes.some((access) => isEmptying(access) && contains(holder, access.site));
}

/** A hit returns what another variable keeps for this key: a memo of one. */
function returnsState(facts: Facts, test: Test): boolean {
  const { holder } = test;
  const branch = holder.type === 'IfStatement' ? holder.consequent : undefined;
  const [only] = branch?.type === 'BlockStatement' ? branch.body : [branch];
  return only?.type === 'ReturnStatement' && only.argument !== null && isFrom(facts, only.argument, 'state');
}

function isEqualityTest(test: Test): boolean {
  for (let node: Node | undefined = test.access.node; node && node !== test.holder; node = node.parent) {
    if (node.type === 'BinaryExpression') return /^[=!]==?$/.test(node.operator);
  }
  return false;
}

function isSkipped(test: Test): boolean {
  return turnsAway({ ...test, polarity: 'present' }) || turnsAway({ ...test, polarity: 'absent' }) || test.holder.type === 'IfStatement';
}
