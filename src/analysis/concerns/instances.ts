/**
 * Question: does a client, a logger or a shared `Headers` object get data of one request that a later one meets?
 *
 *     client.setAccessToken(event.token);   // a leak, unless something takes it back
 */

import type { TSESTree } from '@typescript-eslint/utils';
import { booleanValue, isAwaited, isFunction, keyName, type Node, outermost, propertyName, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { contains, isInFinally, isUnconditional } from '../guards.js';
import { LOG_KEY_SETTER, RESETTER, SETTER, STORE_SETTER } from '../setters.js';
import { isConstantValue, isFrom, lastProperty, localDefinition } from './evidence.js';
import type { Facts } from './facts.js';
import { isResetFirst } from './resets.js';
import { classifyScalar } from './scalars.js';
import { verdict, type Verdict } from './verdict.js';

export function classifyInstance(facts: Facts): Verdict | undefined {
  const { accesses, cell } = facts;
  const made = [cell.init, ...cell.accesses.map((access) => (access.kind === 'assign' ? access.value : undefined))];
  const isOwnInstance = made.some(
    (value) => value !== undefined && ['NewExpression', 'CallExpression', 'AwaitExpression'].includes(unwrap(value).type),
  );
  if (!isOwnInstance && cell.kind !== 'imported member') return classifyScalar(facts);
  if (facts.writes.some((access) => access.kind === 'assign')) return classifyScalar(facts);
  const written = accesses.find(
    (access) =>
      access.kind === 'change' &&
      access.value !== undefined &&
      isFrom(facts, access.value, 'request') &&
      !isRequestShield(facts, access) &&
      (access.method === undefined || isKeptInside(facts, access)),
  );
  if (written) return verdict('request-leak', written, 'setter');
  const aborted = accesses.find(
    (access) => access.method === 'abort' && cell.init !== undefined && unwrap(cell.init).type === 'NewExpression',
  );
  if (aborted) return verdict('module-state', aborted);
  if (isReset(facts)) return undefined;
  const setter = accesses.find((access) => isLeakingSetter(facts, access));
  return setter && verdict('request-leak', setter, 'setter', isLogKeys(setter) && isFirstInEveryInvocation(facts, setter));
}

function isLogKeys(access: Access): boolean {
  return LOG_KEY_SETTER.test(access.method ?? '');
}

function isLeakingSetter(facts: Facts, access: Access): boolean {
  if (
    access.kind !== 'call' ||
    access.site.type !== 'CallExpression' ||
    !SETTER.test(access.method ?? '') ||
    (STORE_SETTER.test(access.method ?? '') && !signsIn(access.site))
  )
    return false;
  const call = access.site;
  if (
    call.arguments.length === 0 ||
    !call.arguments.some((argument) => argument.type !== 'SpreadElement' && !isFunction(argument) && isFrom(facts, argument, 'request'))
  )
    return false;
  if (
    /^(auth|login|authenticate|configure|defaults?|assign|locale)$/.test(access.method ?? '') &&
    (call.parent.type === 'AwaitExpression' || outermost(call).parent?.type !== 'ExpressionStatement')
  )
    return false;
  // `await settings.setAutoSync(enabled)`: waited for, so that it is kept somewhere; a name or a key of somebody is kept for the next call.
  if (/^set[A-Z]/.test(access.method ?? '') && call.parent.type === 'AwaitExpression' && !ABOUT_SOMEBODY.test(access.method!)) return false;
  // `const result = await roles.setUserRole({ … })`: somebody answers.
  if (isAnswerKept(call) && !signsIn(call)) return false;
  // `pumps.setMode(pump.id, event.mode)` is asked of the other side, about the thing that it names first.
  if (
    call.arguments.length > 1 &&
    call.arguments[0]!.type !== 'SpreadElement' &&
    (isResultUsed(call) ? isMadeOrGiven(facts, call.arguments[0]!) : namesThing(facts, call.arguments[0]!))
  )
    return false;
  return !call.arguments.some(
    (argument) => argument.type !== 'SpreadElement' && isFrom(facts, argument, 'external') && !isFrom(facts, argument, 'request'),
  );
}

/** `supabase.auth.setSession(tokens)`: the client itself acts for somebody from now on. */
function signsIn({ callee }: TSESTree.CallExpression): boolean {
  const receiver = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  return receiver?.type === 'MemberExpression' && propertyName(receiver) === 'auth';
}

/** Not written down in the code: `return caching.setHeaders(response, 60)` gives back what it is given. */
function isMadeOrGiven(facts: Facts, argument: Node): boolean {
  const inner = unwrap(argument);
  return !isConstantValue(facts, inner) || (inner.type === 'Identifier' && localDefinition(facts, inner)?.type === 'NewExpression');
}

/** `session.userId`, `id`: from the request, and called so. */
function namesThing(facts: Facts, argument: Node): boolean {
  const inner = unwrap(argument);
  const name = inner.type === 'Identifier' ? inner.name : lastProperty(inner);
  return /(^|_)ids?$|I[dD]s?$/.test(name) && isFrom(facts, inner, 'request', 'external', 'caller');
}

const ABOUT_SOMEBODY =
  /token|auth|cred|user|tenant|header|session|context|key|ident|cookie|locale|language|account|customer|client|actor|scope|bearer|base|id$/i;

function isAnswerKept(call: Node): boolean {
  const { parent } = outermost(call);
  return (
    parent?.type === 'ReturnStatement' || (parent?.type === 'AwaitExpression' && outermost(parent).parent?.type !== 'ExpressionStatement')
  );
}

function isResultUsed(call: Node): boolean {
  const { parent } = outermost(call);
  return parent?.type === 'AwaitExpression' || parent?.type === 'ReturnStatement' || parent?.type === 'ArrowFunctionExpression';
}

/** Some call on the same object takes back what a request put there. */
export function isReset(facts: Facts): boolean {
  if (facts.accesses.some((access) => access.kind === 'call' && RESETTER.test(access.method ?? ''))) return true;
  if (facts.accesses.some((access) => access.kind === 'call' && SETTER.test(access.method ?? '') && isInFinally(access.site))) return true;
  return (
    facts.cell.accesses.some(
      (access) =>
        access.how === 'argument' &&
        (access.site.type === 'CallExpression' || access.site.type === 'NewExpression') &&
        access.site.arguments.some((argument) => {
          const options = argument.type === 'ObjectExpression' ? argument : undefined;
          return options?.properties.some(
            (property) =>
              property.type === 'Property' &&
              /^(resetKeys|clearState)$/.test(keyName(property) ?? '') &&
              booleanValue(property.value) === true,
          );
        }),
    ) || hasResetDecorator(facts)
  );
}

/** `@logger.injectLambdaContext({ resetKeys: true })`. */
function hasResetDecorator(facts: Facts): boolean {
  return facts.cell.accesses.some(
    (access) =>
      access.site.type === 'CallExpression' &&
      access.method === 'injectLambdaContext' &&
      access.site.arguments.some(
        (argument) =>
          argument.type === 'ObjectExpression' &&
          argument.properties.some((property) => property.type === 'Property' && /^(resetKeys|clearState)$/.test(keyName(property) ?? '')),
      ),
  );
}

/**
 * `client.headers.set('x-tenant', …)` sets one thing for all. `analytics.people.set(event.userId, { … })` and `slack.reactions.add({ … })` are
 * asked of the service behind the client.
 */
function isKeptInside(facts: Facts, { method, key, value, site }: Access): boolean {
  if (outermost(site).parent?.type !== 'ExpressionStatement') return false;
  return method === 'set'
    ? key === undefined || !isFrom(facts, key, 'request')
    : value === undefined || unwrap(value).type !== 'ObjectExpression';
}

function isRequestShield(_facts: Facts, access: Access): boolean {
  return isInFinally(access.site);
}

/** A statement of the handler itself that runs before anything else could wait: every invocation overwrites the last one's value. */
function isFirstInEveryInvocation({ analysis, calls }: Facts, access: Access): boolean {
  if (access.fn === null || !isUnconditional(access.site)) return false;
  const handler = analysis.handlers.byFunction.get(access.fn);
  if (!handler || handler.entry !== 'platform') return false;
  if (access.fn.body.type !== 'BlockStatement') return false;
  const statement = access.fn.body.body.find((candidate) => contains(candidate, access.site));
  const before = access.fn.body.body.slice(0, statement ? access.fn.body.body.indexOf(statement) : 0);
  return !calls.within(access.fn).some((node) => before.some((candidate) => contains(candidate, node)) && isAwaited(node));
}

export function classifySharedHeaders(facts: Facts): Verdict | undefined {
  const write = facts.writes.find((access) => access.value !== undefined && isFrom(facts, access.value, 'request', 'caller'));
  return write && !isResetFirst(facts) ? verdict('request-leak', write) : undefined;
}
