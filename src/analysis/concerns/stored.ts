/**
 * Question: is what is stored by key a cache with an authority behind its misses, or the only home of a record?
 *
 *     let user = cache.get(id); if (!user) cache.set(id, user = await load(id));   // cache with an authority
 *     codes.set(phone, code);   …   codes.get(phone) === code                      // record
 */

import {
  calleeName,
  calleeText,
  type CallNode,
  type FunctionNode,
  isAwaited,
  isFunction,
  type Node,
  outermost,
  propertyName,
  propertyValue,
  receiverOf,
  stringValue,
  unwrap,
} from '../ast.js';
import type { Access } from '../cells/index.js';
import { branchesOf, contains, isGuarded, isReachedWhenAbsent, lastOf, leaves } from '../guards.js';
import { suggests } from '../vocabulary.js';
import { dependsOn } from './checkpoints.js';
import { isNewCollection } from './dedup.js';
import {
  argumentsFor,
  callSitesOf,
  derivesFromSelf,
  hasTime,
  holderFunction,
  identifiersIn,
  isFrom,
  isInternal,
  isLater,
  isOnlyLogged,
  isReadBack,
  isReturned,
  isTimeCompared,
  localDefinition,
  originsOf,
  statementOf,
  textOf,
} from './evidence.js';
import { type Facts, ownerName } from './facts.js';
import { type Step, verdict } from './verdict.js';

/** What is left: values stored by key and read back. A cache has an authority behind its misses; a record has none. */
export function classifyStored(facts: Facts, puts: readonly Access[]): Step {
  const { analysis, cell, tests } = facts;
  const data = puts.filter((access) => access.value === undefined || !isNewCollection(access.value));
  if (data.length > 0 && data.length < puts.length) return classifyStored(facts, data);
  if (isGenericCache(facts, puts) || isPureMemo(facts, puts)) return false;
  if (
    puts.every(
      (access) =>
        isGuarded(analysis, tests, access) &&
        access.value !== undefined &&
        !isFrom(facts, access.value, 'request', 'caller', 'fresh') &&
        (access.key === undefined || access.key === access.site || !isFrom(facts, access.key, 'request', 'caller')),
    )
  )
    return false;
  const fills = [
    ...puts.filter((access) => access.value !== undefined && access.kind === 'put' && isFill(facts, access)),
    ...facts.writes.filter(
      (access) => access.kind === 'assign' && !puts.includes(access) && access.value !== undefined && isAskedFor(facts, access.value),
    ),
  ];
  const fallThrough = facts.reads.find((access) => access.kind === 'get' && fallsThrough(facts, access));
  const others = puts.filter((access) => !fills.includes(access));
  if (fills.length > 0 || fallThrough) {
    const fresh = fills.find(
      (access) => (isFrom(facts, access.value, 'fresh') && !isFrom(facts, access.value, 'external')) || isDrawn(facts, access.value),
    );
    if (fresh && !fallThrough) return verdict('cache', fresh, 'no-authority');
    const first = others.find(
      (access) =>
        isWrittenFirst(facts, access) &&
        !(access.kind === 'assign' && isGuarded(analysis, tests, access)) &&
        !(isExpiring(facts) && isStoredAfter(facts, access)),
    );
    if (first) return verdict('cache', first, 'written-first');
    const decisive = fills[0] ?? puts[0];
    const isBounded =
      facts.writes.some((access) => access.kind === 'remove' || access.kind === 'clear' || access.kind === 'take') ||
      facts.reads.some((access) => isTimeCompared(facts, access) && access.depth > 0);
    const isRequestKeyed = puts.some((access) => access.key !== undefined && isFrom(facts, access.key, 'request', 'caller'));
    return !isBounded && isRequestKeyed ? verdict('cache', decisive, 'unbounded', true) : false;
  }
  if (!isReadBack(facts)) return undefined;
  const stored = puts.find((access) => isDataWrite(facts, access));
  if (!stored) return undefined;
  if (
    puts.every(
      (access) =>
        access.value !== undefined &&
        isFrom(facts, access.value, 'external') &&
        !isFrom(facts, access.value, 'request', 'caller', 'fresh') &&
        access.kind === 'put',
    )
  )
    return false;
  if (puts.every((access) => access.kind === 'put' && isLoadedOnly(facts, access))) return false;
  if (
    cell.container === 'object' &&
    tests.length > 0 &&
    puts.every((access) => isGuarded(analysis, tests, access)) &&
    puts.every((access) => unwrap(access.value ?? access.site).type === 'NewExpression')
  )
    return false;
  return verdict(isWorkingList(facts, puts) ? 'request-leak' : 'record', stored);
}

/** `for (const id of ids) found.push(await load(id)); … found.find(…)`: a list for one request, which the next one finds filled. */
function isWorkingList(facts: Facts, puts: readonly Access[]): boolean {
  const { reach } = facts.analysis;
  if (
    !puts.every(
      ({ method, value }) =>
        (method === 'push' || method === 'unshift') &&
        value !== undefined &&
        isFrom(facts, value, 'external') &&
        !isFrom(facts, value, 'request'),
    )
  )
    return false;
  const writers = new Set(puts.flatMap(({ fn }) => (fn ? [...reach.handlersOf(fn)] : [])));
  return facts.reads.every(({ fn }) => fn !== null && [...reach.handlersOf(fn)].every((handler) => writers.has(handler)));
}

/** `setCache(key, value)` of a module that callers put their own lookups behind: their authority is out of sight. */
export function isGenericCache(facts: Facts, puts: readonly Access[]): boolean {
  const names = [facts.cell.name, ownerName(facts.cell.owner), ...facts.names.slice(2)];
  // Under a key that was made up here nobody else can ask.
  if (
    puts.some((access) => access.key !== undefined && isFrom(facts, access.key, 'fresh') && !isFrom(facts, access.key, 'caller', 'request'))
  )
    return false;
  // What one function of this file leaves for another has no authority that is out of sight.
  if (puts.every((access) => isInternal(facts, access.fn) && !isFrom(facts, access.value, 'external', 'unknown'))) return false;
  if (suggests('cache', names) && puts.some((access) => asksCaller(facts, access.value))) return true;
  // What its own files ask for is behind it too; without an age it would keep that for good.
  if (puts.some((access) => isFrom(facts, access.value, 'external')) && !isExpiring(facts)) return false;
  return (
    (suggests('cache', names) || isDroppingOldest(facts)) &&
    puts.every(
      (access) =>
        access.value !== undefined &&
        [...originsOf(facts, access.value)].every(
          (origin) =>
            origin === 'caller' ||
            origin === 'external' ||
            origin === 'time' ||
            origin === 'constant' ||
            origin === 'load' ||
            origin === 'state' ||
            origin === 'unknown',
        ) &&
        (isFrom(facts, access.value, 'caller') ||
          (isFrom(facts, access.value, 'unknown') && isExpiringIn(facts, facts.reads[0]?.fn ?? null))),
    ) &&
    !facts.reads.some((access) => access.kind === 'get' && fallsThrough(facts, access))
  );
}

/** `const value = load(key); entries.set(key, { value, expiry })`, where the caller has given `load`: behind a miss stands whatever it asks. */
function asksCaller(facts: Facts, value: Node | undefined, depth = 4): boolean {
  const inner = value && unwrap(value);
  if (!inner || depth === 0) return false;
  switch (inner.type) {
    case 'Identifier':
      return asksCaller(facts, localDefinition(facts, inner), depth - 1);
    case 'AwaitExpression':
      return asksCaller(facts, inner.argument, depth);
    case 'ObjectExpression':
      return inner.properties.some((property) => property.type === 'Property' && asksCaller(facts, property.value, depth - 1));
    case 'CallExpression':
      return inner.callee.type === 'Identifier' && facts.analysis.source.variableOf(inner.callee)?.defs[0]?.type === 'Parameter';
    default:
      return false;
  }
}

/** `if (map.size >= max) map.delete(map.keys().next().value);`: whoever fills it can do without what it drops. */
function isDroppingOldest(facts: Facts): boolean {
  return facts.writes.some(
    (access) =>
      access.kind === 'remove' &&
      access.key !== undefined &&
      [access.key, localDefinition(facts, unwrap(access.key))].some(
        (node) => node !== undefined && /\.keys\(\)\.next\(\)/.test(textOf(facts, node)),
      ),
  );
}

/** What a synchronous function has made of its key alone: `if (hit) return hit; const version = parse(text); parsed.set(text, version);`. */
function isPureMemo(facts: Facts, puts: readonly Access[]): boolean {
  return puts.every((access) => {
    const { fn, key, value } = access;
    if (fn === null || fn.async || facts.analysis.handlers.byFunction.get(fn)?.entry === 'platform' || !key || !value) return false;
    const made = lastMade(facts, fn, value, access.site);
    if (isFrom(facts, made, 'external', 'fresh', 'time', 'state') || !isGuarded(facts.analysis, facts.tests, access)) return false;
    const own = parametersIn(facts, key);
    return (
      own.size > 0 &&
      [...parametersIn(facts, made)].every((parameter) => own.has(parameter)) &&
      facts.reads.some((read) => read.fn === fn && read.depth > 0 && isReturned(facts, read))
    );
  });
}

/** `let part = parts.get(name); if (!part) { part = make(name); parts.set(name, part); }`: what the name was given last. */
function lastMade(facts: Facts, fn: FunctionNode, value: Node, site: Node): Node {
  const inner = unwrap(value);
  const variable = inner.type === 'Identifier' ? facts.analysis.source.variableOf(inner) : undefined;
  const written = variable?.references
    .filter(
      (reference) =>
        reference.isWrite() &&
        !reference.init &&
        reference.writeExpr &&
        isLater(site, reference.writeExpr as Node) &&
        facts.analysis.source.functionOf(reference.identifier as Node) === fn,
    )
    .at(-1);
  return (written?.writeExpr as Node | undefined) ?? value;
}

/** The parameters that an expression is made of, through local names. */
function parametersIn(facts: Facts, node: Node, depth = 4): Set<unknown> {
  const found = new Set<unknown>();
  for (const identifier of identifiersIn(facts, node, true)) {
    const variable = facts.analysis.source.variableOf(identifier);
    const definition = variable?.defs[0];
    if (definition?.type === 'Parameter') found.add(variable);
    const init = definition?.type === 'Variable' && !facts.analysis.source.isModuleLevel(variable!) ? definition.node.init : undefined;
    if (init && depth > 0) for (const parameter of parametersIn(facts, init, depth - 1)) found.add(parameter);
  }
  return found;
}

/** Keys and values that the application's own sources and code give, whoever asks: a table that is filled once. */
function isLoadedOnly(facts: Facts, access: Access): boolean {
  const nodes = [access.key === access.site ? undefined : access.key, access.value].filter((node): node is Node => node !== undefined);
  const origins = nodes.flatMap((node) => [...originsOf(facts, node)]);
  return (
    origins.some((origin) => origin === 'external' || origin === 'load') &&
    origins.every((origin) => origin === 'external' || origin === 'load' || origin === 'constant')
  );
}

function isDataWrite(facts: Facts, access: Access): boolean {
  if (access.kind === 'assign' || access.kind === 'change') return true;
  const nodes = [access.key, access.value].filter((node): node is Node => node !== undefined);
  return nodes.some(
    (node) =>
      isFrom(facts, node, 'request', 'caller', 'fresh', 'external', 'error', 'state', 'unknown') ||
      (isFrom(facts, node, 'time') && unwrap(node).type === 'ObjectExpression'),
  );
}

/** `if (jobs.has(id)) return { busy: true }; jobs.set(id, begin(id));`: a cache answers a hit with what it keeps. */
function isRefusedWhenThere(facts: Facts, access: Access): boolean {
  return facts.tests.some((test) => {
    if (!isReachedWhenAbsent(facts.analysis, test, access.site)) return false;
    const { present } = branchesOf(test);
    const last = lastOf(present);
    if (last?.type === 'ThrowStatement') return true;
    const answer = last?.type === 'ReturnStatement' && last.argument ? unwrap(last.argument) : undefined;
    return (
      (answer?.type === 'ObjectExpression' ||
        answer?.type === 'NewExpression' ||
        (answer?.type === 'CallExpression' && answer.arguments.length > 0)) &&
      !isFrom(facts, answer, 'state', 'external') &&
      !derivesFromSelf(facts, answer) &&
      !facts.reads.some((read) => contains(present, read.node))
    );
  });
}

/** A write that happens on a miss, with a value that was asked for or computed. */
function isFill(facts: Facts, access: Access): boolean {
  const value = access.value!;
  if (access.method === 'push' || access.method === 'unshift' || access.method === 'add') return false;
  if (isAfterMiss(facts, access)) return true;
  if (!isAnswer(facts, value) || isRefusedWhenThere(facts, access)) return false;
  if (isGuarded(facts.analysis, facts.tests, access)) return true;
  if (isAskedFor(facts, value) && isAfterGathering(facts, access)) return true;
  // A later statement of the function that looked first: `const hit = get(k); if (fresh(hit)) return hit; … set(k, loaded)`.
  if (isAskedFor(facts, value)) {
    return [access.site, ...callSitesOf(facts, access)].some((site) =>
      facts.reads.some(
        (read) =>
          (read.kind === 'get' || read.kind === 'has') &&
          holderFunction(facts, read.site) === holderFunction(facts, site) &&
          read.node.range[0] < site.range[0],
      ),
    );
  }
  return false;
}

/** `ids.forEach((id) => (prices.has(id) ? … : missing.push(id))); for (const row of await load(missing)) prices.set(row.id, row);` */
function isAfterGathering(facts: Facts, { site }: Access): boolean {
  const { source } = facts.analysis;
  return facts.tests.some((test) => {
    const { absent } = branchesOf(test);
    if (absent === undefined || test.holder.range[1] > site.range[0] || outerFunction(facts, test.holder) !== outerFunction(facts, site))
      return false;
    return facts.calls.within(holderFunction(facts, test.holder)).some((call) => {
      const list = calleeName(call) === 'push' && contains(absent, call) ? receiverOf(call) : undefined;
      const variable = list && source.variableOf(unwrap(list));
      return (
        variable !== undefined &&
        !source.isModuleLevel(variable) &&
        variable.references.some(({ identifier }) => isHandedOnAfter(identifier as Node, test.holder))
      );
    });
  });
}

/** What was gathered is used after the look-ups: not only counted or added to. */
function isHandedOnAfter(identifier: Node, lookUp: Node): boolean {
  const { parent } = identifier;
  return (
    identifier.range[0] > lookUp.range[1] && !(parent?.type === 'MemberExpression' && /^(length|push)$/.test(propertyName(parent) ?? ''))
  );
}

function outerFunction(facts: Facts, node: Node): FunctionNode | null {
  const { source } = facts.analysis;
  let outer: FunctionNode | null = null;
  for (let around = source.functionOf(node); around; around = source.functionOf(around)) outer = around;
  return outer;
}

/** `if (hit is fresh) return hit.data; const data = await …; set(k, data)`: work is awaited between the miss and the write. */
function isAfterMiss(facts: Facts, access: Access): boolean {
  if (derivesFromSelf(facts, access.value)) return false;
  return [access.site, ...callSitesOf(facts, access)].some((site) => {
    const fn = holderFunction(facts, site);
    if (fn === null) return false;
    const miss = facts.tests.find(
      (test) =>
        (test.access.kind === 'get' || test.access.kind === 'has' || test.access.depth > 0) &&
        holderFunction(facts, test.holder) === fn &&
        test.holder.range[1] <= site.range[0] &&
        (returnsElement(facts, branchesOf({ ...test, polarity: test.polarity === 'absent' ? 'absent' : 'present' }).present) ||
          (facts.analysis.source.functionOf(test.holder) !== test.access.fn && isExpiringIn(facts, test.access.fn))),
    );
    const missed = miss?.holder ?? leavingWithCopy(facts, fn, site);
    // A failure that is kept for a time is found out again after it.
    if (missed !== undefined && isExpiring(facts) && isFrom(facts, access.value, 'error') && !isFrom(facts, access.value, 'request'))
      return true;
    return (
      missed !== undefined &&
      (isFrom(facts, access.value, 'external') ||
        facts.calls.within(fn).some((node) => node.range[0] > missed.range[1] && node.range[1] <= site.range[0] && isAwaited(node)))
    );
  });
}

/** `const hit = lookUp(key); if (hit) return hit;` where the helper gives a copy of what it finds, as long as it is fresh. */
function leavingWithCopy(facts: Facts, fn: FunctionNode, site: Node): Node | undefined {
  const { source, reach } = facts.analysis;
  const helpers = new Set(
    facts.reads.flatMap((read) => (read.kind === 'get' && read.fn !== null && read.fn !== fn && !read.fn.async ? [read.fn] : [])),
  );
  for (const helper of helpers) {
    for (const { node: call } of reach.callersOf(helper)) {
      const declarator = outermost(call).parent;
      if (
        facts.calls.holderOf(call) !== fn ||
        call.range[1] > site.range[0] ||
        declarator?.type !== 'VariableDeclarator' ||
        declarator.id.type !== 'Identifier'
      )
        continue;
      const references = source.variableOf(declarator.id)?.references ?? [];
      for (const { identifier } of references) {
        const holder = statementOf(identifier as Node);
        if (holder?.type !== 'IfStatement' || holder.range[1] > site.range[0] || !leaves(holder.consequent)) continue;
        if (references.some((other) => contains(holder.consequent, other.identifier as Node))) return holder;
      }
    }
  }
  return undefined;
}

/** A helper that looks up and checks the age. */
function isExpiringIn(facts: Facts, fn: FunctionNode | null): boolean {
  return (
    fn !== null &&
    facts.reads.some(
      (access) =>
        access.fn === fn &&
        access.depth > 0 &&
        (access.how === 'compare' || access.how === 'value') &&
        isTimeCompared(facts, access) &&
        /expir|ttl|until|time|at$/i.test(access.field ?? ''),
    )
  );
}

/** `plan = draw(guests, { seed: Math.random() })`: computed here, and with chance, whatever the guests were asked from. */
function isDrawn(facts: Facts, value: Node | undefined, depth = 3): boolean {
  const inner = value && unwrap(value);
  if (!inner || depth === 0) return false;
  if (inner.type === 'CallExpression')
    return inner.arguments.some(
      (argument) =>
        argument.type !== 'SpreadElement' &&
        !isFunction(argument) &&
        isFrom(facts, argument, 'fresh') &&
        !isFrom(facts, argument, 'external'),
    );
  if (inner.type !== 'Identifier') return false;
  const variable = facts.analysis.source.variableOf(inner);
  if (!variable || facts.analysis.source.isModuleLevel(variable)) return false;
  return variable.references.some(
    (reference) =>
      reference.isWrite() && reference.writeExpr && reference.writeExpr !== value && isDrawn(facts, reference.writeExpr as Node, depth - 1),
  );
}

/** A branch that returns something of what is stored. */
function returnsElement(facts: Facts, branch: Node | undefined): boolean {
  return (
    branch !== undefined &&
    leaves(branch) &&
    facts.reads.some((access) => access.depth > 0 && contains(branch, access.node) && !isOnlyLogged(facts, access))
  );
}

/** Nothing but what an awaited call answered, with time stamps and constants beside it. */
function isAskedFor(facts: Facts, value: Node, depth = 9): boolean {
  const inner = unwrap(value);
  if (depth === 0) return false;
  switch (inner.type) {
    case 'AwaitExpression':
      return isFrom(facts, inner, 'external');
    case 'MemberExpression':
      return isAskedFor(facts, inner.object, depth - 1);
    case 'CallExpression': {
      const parts = [
        receiverOf(inner),
        ...inner.arguments.map((argument) => (argument.type === 'SpreadElement' ? argument.argument : argument)),
      ].filter((part): part is Node => part !== undefined && !isFunction(part));
      return (
        parts.some((part) => isAskedFor(facts, part, depth - 1)) &&
        parts.every((part) => isAskedFor(facts, part, depth - 1) || !isFrom(facts, part, 'request', 'caller'))
      );
    }
    case 'LogicalExpression':
      return isAskedFor(facts, inner.right, depth - 1) || isAskedFor(facts, inner.left, depth - 1);
    case 'ConditionalExpression':
      return isAskedFor(facts, inner.consequent, depth - 1) || isAskedFor(facts, inner.alternate, depth - 1);
    case 'ObjectExpression':
      return (
        inner.properties.every(
          (property) =>
            property.type === 'Property' &&
            (isAskedFor(facts, property.value, depth - 1) || !isFrom(facts, property.value, 'request', 'caller')),
        ) && inner.properties.some((property) => property.type === 'Property' && isAskedFor(facts, property.value, depth - 1))
      );
    case 'Identifier': {
      const variable = facts.analysis.source.variableOf(inner);
      if (variable?.defs[0]?.type === 'Parameter') {
        const given = [...argumentsFor(facts, inner), ...iteratedBy(variable.defs[0].node as Node)];
        return given.length > 0
          ? given.some((argument) => isAskedFor(facts, argument, depth - 1))
          : isFrom(facts, inner, 'external') && !isFrom(facts, inner, 'caller');
      }
      const declarator = variable?.defs[0]?.node as Node | undefined;
      if (declarator?.type === 'VariableDeclarator' && declarator.init && declarator.id.type !== 'Identifier')
        return isAskedFor(facts, declarator.init, depth - 1);
      return (variable?.references ?? []).some(
        (reference) =>
          reference.isWrite() &&
          reference.writeExpr &&
          reference.writeExpr !== value &&
          isAskedFor(facts, reference.writeExpr as Node, depth - 1),
      );
    }
    default:
      return false;
  }
}

/** `rows` of `rows.forEach((row) => …)`. */
function iteratedBy(fn: Node): Node[] {
  const call = outermost(fn).parent;
  const list =
    call?.type === 'CallExpression' && call.callee !== fn && /^(forEach|map|flatMap|filter)$/.test(calleeName(call) ?? '')
      ? receiverOf(call)
      : undefined;
  return list ? [list] : [];
}

/** Asked from outside, or computed by a call: not a literal default such as `[]` or `{ count: 0 }`. */
export function isAnswer(facts: Facts, value: Node, depth = 3): boolean {
  const inner = unwrap(value);
  if (isFrom(facts, inner, 'external')) return true;
  if (isDecoded(facts, inner)) return false;
  if (isFrom(facts, inner, 'fresh') && inner.type !== 'ObjectExpression' && inner.type !== 'ArrayExpression' && inner.type !== 'Identifier')
    return true;
  if (depth === 0) return false;
  switch (inner.type) {
    case 'CallExpression': {
      if (/^(Array|Object|Map|Set)\b/.test(calleeText(inner) ?? '') || facts.accesses.some((access) => access.site === inner)) return false;
      const callees = facts.analysis.reach.calleesOf(inner);
      if (callees.length === 0) return true;
      return callees.some(
        (callee) =>
          callee.async ||
          facts.analysis.values
            .returnsOf(callee)
            .some(
              (returned) =>
                isAnswer(facts, returned, depth - 1) || (unwrap(returned).type !== 'ObjectExpression' && isFrom(facts, returned, 'fresh')),
            ),
      );
    }
    case 'NewExpression':
      return !/^(Map|Set|Array|Object|WeakMap|Date|AbortController)$/.test(calleeText(inner) ?? '');
    case 'AwaitExpression':
      return isAnswer(facts, inner.argument, depth - 1);
    case 'Identifier': {
      const variable = facts.analysis.source.variableOf(inner);
      return (variable?.references ?? []).some(
        (reference) =>
          reference.isWrite() &&
          reference.writeExpr !== undefined &&
          reference.writeExpr !== null &&
          reference.writeExpr !== value &&
          isAnswer(facts, reference.writeExpr as Node, depth - 1),
      );
    }
    case 'ObjectExpression':
      return (
        inner.properties.some(
          (property) =>
            property.type === 'Property' && isAnswer(facts, property.value, depth - 1) && unwrap(property.value).type !== 'CallExpression',
        ) || inner.properties.some((property) => property.type === 'Property' && isFrom(facts, property.value, 'external'))
      );
    case 'ConditionalExpression':
      return isAnswer(facts, inner.consequent, depth - 1) || isAnswer(facts, inner.alternate, depth - 1);
    case 'BinaryExpression':
    case 'TemplateLiteral':
      return !isFrom(facts, inner, 'time') && !derivesFromSelf(facts, inner) && isFrom(facts, inner, 'request', 'caller', 'unknown');
    case 'LogicalExpression':
      return isAnswer(facts, inner.left, depth - 1) || isAnswer(facts, inner.right, depth - 1);
    default:
      return false;
  }
}

/** `await request.json()`, `JSON.parse(event.body)`, `form.get('name').trim()`: what the request says, in another form. */
function isDecoded(facts: Facts, value: Node, depth = 4): boolean {
  const call = value.type === 'AwaitExpression' ? unwrap(value.argument) : value;
  if (call.type !== 'CallExpression' || depth === 0 || facts.analysis.reach.calleesOf(call).length > 0) return false;
  const receiver = receiverOf(call);
  if (receiver && isRequestPart(facts, receiver, depth)) return true;
  return (
    /^(JSON|Object)\.\w+$|^(String|Number|Boolean|structuredClone|decodeURIComponent|atob)$|\.(parse|safeParse|parseAsync|validate)$/.test(
      calleeText(call) ?? '',
    ) && call.arguments.some((argument) => isRequestPart(facts, argument, depth))
  );
}

/** The request, a part of it, or either decoded: not what a call of something else gave for it. */
function isRequestPart(facts: Facts, node: Node, depth: number): boolean {
  const inner = unwrap(node);
  if (!isFrom(facts, inner, 'request') || isFrom(facts, inner, 'external')) return false;
  if (inner.type === 'MemberExpression') return isRequestPart(facts, inner.object, depth);
  if (inner.type === 'CallExpression' || inner.type === 'AwaitExpression') return isDecoded(facts, inner, depth - 1);
  const definition = inner.type === 'Identifier' && depth > 0 ? localDefinition(facts, inner) : undefined;
  return definition === undefined || isRequestPart(facts, definition, depth - 1);
}

/** `cache[id] ?? (await load(id))`: a miss is answered by somebody else. */
function fallsThrough(facts: Facts, access: Access): boolean {
  return facts.tests.some((test) => {
    if (test.access !== access) return false;
    const { absent } = branchesOf(test);
    return (
      (test.holder.type === 'LogicalExpression' || test.holder.type === 'ConditionalExpression') &&
      absent !== undefined &&
      isFrom(facts, absent, 'external')
    );
  });
}

/** `const entry = cache.get(key); cache.delete(key); cache.set(key, entry);`: the same entry, as the one used last. */
function isMovedToEnd(facts: Facts, { kind, key, value }: Access): boolean {
  const definition = kind === 'put' && value ? localDefinition(facts, unwrap(value)) : undefined;
  const taken = definition && unwrap(definition);
  return (
    taken !== undefined &&
    key !== undefined &&
    facts.reads.some(
      (read) =>
        read.kind === 'get' &&
        read.depth === 0 &&
        read.site === taken &&
        read.key !== undefined &&
        textOf(facts, read.key) === textOf(facts, key),
    )
  );
}

/** The cache is changed with data of a request before, or without, the store behind it. */
function isWrittenFirst(facts: Facts, access: Access): boolean {
  const value = access.value;
  if (isMovedToEnd(facts, access)) return false;
  if (access.kind === 'change' || access.kind === 'update') {
    if (isInMaking(facts, access)) return false;
    if (access.value !== undefined && !isFrom(facts, access.value, 'request', 'caller')) return false;
    return !isStoredBefore(facts, access);
  }
  if (!value || (!isFrom(facts, value, 'request', 'caller') && !derivesFromSelf(facts, value))) return false;
  if (isFrom(facts, value, 'external') && !isFrom(facts, value, 'request', 'caller')) return false;
  if (isResultOfStore(facts, value)) return false;
  return !isStoredBefore(facts, access);
}

/** `const rows = []; … rows.push(row); … cache.set(day, rows)`: nobody else has seen what is put there only afterwards. */
function isInMaking(facts: Facts, changed: Access): boolean {
  const variable = facts.analysis.source.variableOf(unwrap(changed.node));
  if (!changed.isStored || variable === undefined) return false;
  const puts = facts.writes.filter(
    (access) => access.kind === 'put' && access.value !== undefined && facts.analysis.source.variableOf(unwrap(access.value)) === variable,
  );
  return puts.length > 0 && puts.every((access) => access.fn === changed.fn && isLater(access.site, changed.site));
}

/** A hit is trusted for a time only. */
function isExpiring(facts: Facts): boolean {
  return facts.tests.some(({ holder }) => holder.type === 'IfStatement' && hasTime(facts, holder.test));
}

/** Read from a store on a miss, and written back by every change: the figure is the store's, whatever is reckoned with it here. */
export function isCopyOfStore(facts: Facts, puts: readonly Access[]): boolean {
  const { analysis, tests } = facts;
  const isFilled = (access: Access): boolean =>
    access.value !== undefined && isGuarded(analysis, tests, access) && isAskedFor(facts, access.value);
  return puts.some(isFilled) && puts.every((access) => isFilled(access) || isStoredAfter(facts, access));
}

/** The same function goes on to await a call that stores what was changed. */
function isStoredAfter(facts: Facts, access: Access): boolean {
  const fn = holderFunction(facts, access.site);
  return facts.calls
    .within(fn)
    .some(
      (node) =>
        node.range[0] > access.site.range[1] &&
        isWaitedFor(facts, node) &&
        (/^(save|store|put|write|update|set|insert|upsert|persist|commit)/i.test(calleeName(node) ?? '') || isChangingRequest(node)),
    );
}

/** Awaited, or a call of a store that the settings name: not every store is awaited. */
function isWaitedFor(facts: Facts, call: CallNode): boolean {
  return isAwaited(call) || facts.analysis.reachesOwnStore(call);
}

/** `fetch(url, { method: 'PUT', … })`. */
function isChangingRequest(call: CallNode): boolean {
  const options = call.arguments.at(-1);
  const method = options && stringValue(propertyValue(unwrap(options), 'method'));
  return method !== undefined && /^(put|post|patch|delete)$/i.test(method);
}

/** The value is what an awaited call returned: the store answered first. */
function isResultOfStore(facts: Facts, value: Node, depth = 3): boolean {
  const inner = unwrap(value);
  if (inner.type === 'AwaitExpression') return unwrap(inner.argument).type === 'CallExpression' && isFrom(facts, inner, 'external');
  if (inner.type === 'ObjectExpression')
    return inner.properties.some((property) => property.type === 'Property' && isResultOfStore(facts, property.value, depth - 1));
  // `created.id`
  if (inner.type === 'MemberExpression') return isResultOfStore(facts, inner.object, depth);
  if (inner.type !== 'Identifier' || depth === 0) return false;
  const definition = facts.analysis.source.variableOf(inner)?.defs[0]?.node as Node | undefined;
  return (
    definition?.type === 'VariableDeclarator' &&
    definition.init !== null &&
    definition.init !== undefined &&
    isResultOfStore(facts, definition.init, depth - 1)
  );
}

/** An awaited call before the write, in the same function, that was given the key or the value. */
function isStoredBefore(facts: Facts, access: Access): boolean {
  const names = new Set(
    [access.key, access.value].flatMap((node) => (node ? identifiersIn(facts, node).map((identifier) => textOf(facts, identifier)) : [])),
  );
  const fn = holderFunction(facts, access.site);
  return facts.calls.within(fn).some((node) => {
    if (node.range[1] > access.site.range[0]) return false;
    if (!isWaitedFor(facts, node)) return false;
    if (/^(get|find|load|read|fetch|query|lookup|json|select)/i.test(calleeName(node) ?? '') && !isChangingRequest(node)) return false;
    if (access.value !== undefined && dependsOn(facts, access.value, node)) return false;
    return node.arguments.some((argument) => identifiersIn(facts, argument).some((identifier) => names.has(textOf(facts, identifier))));
  });
}
