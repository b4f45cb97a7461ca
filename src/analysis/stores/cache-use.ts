/**
 * Question: is a cache object of a library a cache, or the only home of what it holds?
 *
 *     let product = cache.get(sku);                        // a miss is loaded and set: a cache, silent
 *     if (!product) cache.set(sku, (product = await findProduct(sku)));
 *
 *     codes.set(email, code);                              // set by one request …
 *     if (codes.get(email) !== body.code) return 401;      // … and a miss is an answer: the only home, reported
 *
 * Reads and writes are collected, also through small helpers (`remember(id, value)`). A read is backed where its miss is computed or
 * fetched, and the hit is what is used instead. A write whose value comes from the store itself counts or accumulates. Knowingly
 * missed: wrappers whose functions only pass keys and values through under a cache's own names, and stores that are only exported.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  calleeText,
  isFunction,
  outermost,
  propertyName,
  receiverOf,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import { functionName } from '../handlers.js';
import type { FileAnalysis } from '../index.js';
import type { Variable } from '../source-index.js';
import type { StoreUse, StoreUses } from './store-uses.js';

export interface OnlyHome {
  readonly holds: 'rate limits' | 'records';
  readonly writtenAt: Node;
  readonly readAt: Node;
}

const READS =
  /^(get|peek|take|has|mget|getItem|getItemRaw|getItems|hasItem|getMany|getRaw|hasMany|keys|getKeys|values|entries|forEach|iterator|dump)$/;
const WRITES = /^(set|put|add|mset|setItem|setItemRaw|setItems|setMany|setRaw)$/;
const THROUGH = /^(wrap|memo|forceFetch|fetch|getOrSet|getOrCompute|getOrInsertComputed)$/;
/** Functions that give back what they are given, in another form. */
const REFORMING =
  /^(stringify|parse|String|Number|Boolean|BigInt|parseInt|parseFloat|round|floor|ceil|max|min|abs|assign|freeze|fromEntries|entries|keys|values|from|structuredClone|map|filter|slice|concat|flat|flatMap|sort|toSorted|reverse|trim|toLowerCase|toUpperCase|toString|split|join|replace|replaceAll|padStart|toFixed|toISOString|getTime|valueOf|at|find|push|serialize|deserialize)$/;
const PERSISTING =
  /^(save|insert\w*|create\w*|update\w*|upsert\w*|put\w*|write\w*|store\w*|persist\w*|hset|hmset|setex|sadd|zadd|rpush|lpush|replace\w*|bulkWrite|execute|\$executeRaw)$/i;
/** What is made to be changed, or stands for a thing of the business: making one is no way back to what was lost. */
const MUTABLE =
  /^(Map|Set|Array|Object|Response|NextResponse|\w*(Session|Conversation|Chat|History|Game|Room|Cart|Queue|Job|State|Store|List|Counter|Bucket|Limiter))$/;
/** `await twilio.messages.create(…)` tells somebody; it is no place to read from. */
const MESSAGES = /^(messages?|sms|e?mails?|verifications|notifications?|mailer)$/i;
const FRESH = /(random|uuid|nanoid|cuid|ulid|generate)/i;
const GENERIC_NAME =
  /^(get|set|has|del|delete|remove|put|add|clear|flush|read|write|peek|take|keys|reset|expire|increment|store|retrieve|invalidate|evict|fetch|load|save)(Item|Value|Key|Data|Entry|Many|All|WithTTL|WithTtl)?$|cache|memo/i;

type Source = 'self' | 'external' | 'computed' | 'request' | 'fresh' | 'constant' | 'time' | 'unknown';

interface Access {
  readonly kind: 'read' | 'write';
  readonly method: string;
  /** The call on the store, or the call of a helper that makes it. */
  readonly site: CallNode;
  readonly fn: FunctionNode | null;
  readonly value: Node | undefined;
  readonly isLifted: boolean;
}

export function findOnlyHome(analysis: FileAnalysis, uses: StoreUses): OnlyHome | undefined {
  const { source, reach } = analysis;
  const accesses = uses.calls.flatMap((use) => accessesOf(use));
  const readSites = new Set<Node>(accesses.filter(({ kind }) => kind === 'read').map(({ site }) => site));
  for (const use of uses.calls) if (READS.test(use.method)) readSites.add(use.call);
  const reads = accesses.filter(({ kind, fn }) => kind === 'read' && runsLater(fn));
  const writes = accesses.filter(({ kind, fn }) => kind === 'write' && runsLater(fn));
  const [firstRead] = reads;
  const [firstWrite] = writes;
  if (!firstRead || !firstWrite) return undefined;

  const counting = writes.find(isAccumulating);
  if (counting) {
    return { holds: isCounting(counting) ? 'rate limits' : 'records', writtenAt: counting.site, readAt: firstRead.site };
  }
  if (uses.calls.some(({ method }) => THROUGH.test(method)) || uses.assigned.some((method) => WRITES.test(method))) return undefined;
  if (reads.some(isBacked)) return undefined;
  if (accesses.every(isPassedThrough)) return undefined;
  const plain = writes.find((write) => !isBesideAuthority(write));
  return plain && { holds: 'records', writtenAt: plain.site, readAt: firstRead.site };

  function accessesOf({ method, call, fn }: StoreUse): Access[] {
    if (READS.test(method)) return lift({ kind: 'read', method, site: call, fn, value: undefined, isLifted: false }, 2);
    if (!WRITES.test(method)) return [];
    const value = call.arguments[method === 'mset' || method === 'setMany' || method === 'setItems' ? 0 : method === 'add' ? 0 : 1];
    return lift(
      { kind: 'write', method, site: call, fn, value: value?.type === 'SpreadElement' ? value.argument : value, isLifted: false },
      2,
    );
  }

  /** A helper around one access is its callers' access. */
  function lift(access: Access, depth: number): Access[] {
    const { fn } = access;
    const callers = fn && depth > 0 ? reach.callersOf(fn) : [];
    if (!fn || callers.length === 0) return [access];
    if (access.kind === 'read') {
      if (!isReturned(access.site, fn)) return [access];
      return callers.flatMap(({ node, from }) => lift({ ...access, site: node, fn: from, isLifted: true }, depth - 1));
    }
    const index = access.value
      ? fn.params.findIndex((parameter) => parameter.type === 'Identifier' && mentions(access.value!, parameter.name, 3))
      : -1;
    if (index < 0) return [access];
    return callers.flatMap(({ node, from }) => {
      const argument = node.arguments[index];
      return lift(
        { ...access, site: node, fn: from, value: argument?.type === 'SpreadElement' ? argument.argument : argument, isLifted: true },
        depth - 1,
      );
    });
  }

  function runsLater(fn: FunctionNode | null): boolean {
    return fn !== null && (reach.isInvocation(fn) || !reach.isLoadCalled(fn));
  }

  /** The value is made of what the store held: a count, a growing list. */
  function isAccumulating(write: Access): boolean {
    if (!write.value) return false;
    const sources = sourcesOf(write.value);
    if (!sources.has('self') || sources.has('external')) return false;
    if (sources.size > 1) return !isFetchedOnMiss(write);
    const variable = variableOf(write.value);
    return variable === undefined ? isArithmetic(write.value) : isMutated(variable) || isArithmetic(write.value);
  }

  /** `const entry = get(k) ?? make(k); set(k, entry)`: set only what was missing. */
  function isFetchedOnMiss(write: Access): boolean {
    const variable = variableOf(write.value!);
    return variable !== undefined && !isMutated(variable) && sourcesOf(write.value!).has('computed') && !isArithmetic(write.value!);
  }

  function isCounting(write: Access): boolean {
    const variable = variableOf(write.value!);
    return (
      isArithmetic(write.value!) ||
      (variable !== undefined && (isUpdated(variable) || initsOf(variable).some((init) => isArithmetic(init))))
    );
  }

  /** A miss is computed or fetched, and a hit is used in its place. */
  function isBacked(read: Access): boolean {
    if (/^(keys|getKeys|values|entries|forEach|iterator|dump)$/.test(read.method)) return false;
    let node: Node = outermost(read.site);
    for (;;) {
      const parent: Node | undefined = node.parent;
      if (!parent) return false;
      if (parent.type === 'AwaitExpression') node = outermost(parent);
      else if (
        parent.type === 'CallExpression' &&
        parent.arguments.includes(node as TSESTree.CallExpressionArgument) &&
        REFORMING.test(calleeName(parent) ?? '')
      )
        node = outermost(parent);
      else if (parent.type === 'LogicalExpression' && parent.operator !== '&&') {
        if (parent.left === node && isMade(parent.right)) return true;
        node = outermost(parent);
      } else if (parent.type === 'ConditionalExpression') {
        const other = parent.consequent === node ? parent.alternate : parent.alternate === node ? parent.consequent : undefined;
        if (other && isMade(other)) return true;
        if (!other && read.method !== 'has' && read.method !== 'hasItem')
          return isMade(parent.alternate) && isHitUsed(parent.consequent, undefined);
        node = outermost(parent);
      } else break;
    }
    const { parent } = node;
    if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
      const variable = source.variableOf(parent.id);
      return variable !== undefined && isVariableBacked(read, variable);
    }
    if (parent?.type === 'AssignmentExpression' && parent.right === node && unwrap(parent.left).type === 'Identifier') {
      const variable = source.variableOf(unwrap(parent.left));
      return variable !== undefined && isVariableBacked(read, variable);
    }
    // `if (!options.forceNew && cache.get(key)) return cache.get(key);`
    const branch = branchAround(node);
    if (!branch) return false;
    // `if (!keys.has(id)) keys.set(id, await load(id)); return keys.get(id);`
    if (!isTrueWhen(branch.test, node)) return writesMade(read, branch.consequent);
    if (isHitUsed(branch.consequent, undefined) && leaves(branch.consequent)) return isFollowedByWork(read, branch);
    return (
      branch.alternate !== null &&
      branch.alternate !== undefined &&
      isHitUsed(branch.consequent, undefined) &&
      writesMade(read, branch.alternate)
    );
  }

  function isVariableBacked(read: Access, variable: Variable): boolean {
    const isRecord = isMutated(variable);
    for (const reference of variable.references) {
      const value = reference.isWrite() && !reference.init ? (reference.writeExpr as Node | undefined) : undefined;
      if (value && unwrap(value) !== unwrap(read.site) && (isRecord ? sourcesOf(value).has('external') : isMade(value))) return true;
      if (!reference.isRead()) continue;
      const identifier = reference.identifier as Node;
      const outer = outermost(identifier).parent;
      if (outer?.type === 'LogicalExpression' && outer.operator !== '&&' && outer.left === outermost(identifier) && isMade(outer.right))
        return true;
      if (outer?.type === 'ConditionalExpression' && outer.consequent === outermost(identifier) && isMade(outer.alternate)) return true;
      const branch = branchAround(identifier);
      if (!branch) continue;
      if (isTrueWhen(branch.test, identifier) && isHitUsed(branch.consequent, variable)) {
        if (leaves(branch.consequent) && isFollowedByWork(read, branch)) return true;
        if (branch.alternate && writesMade(read, branch.alternate)) return true;
      } else if (writesMade(read, branch.consequent)) {
        return true;
      }
    }
    return false;
  }

  /** The hit is the result: it is handed to something, or returned; a hit that is only tested is a key seen before. */
  function isHitUsed(consequent: Node, variable: Variable | undefined): boolean {
    if (variable)
      return variable.references.some(
        (reference) => reference.isRead() && isWithin(reference.identifier as Node, consequent) && isResult(reference.identifier as Node),
      );
    return [...readSites].some((site) => isWithin(site, consequent));
  }

  /** After the branch comes something that may fail to be instant: an awaited call, or a value that is made and set. */
  function isFollowedByWork(read: Access, branch: TSESTree.IfStatement): boolean {
    const family = outermostFunction(read.fn);
    const after = branch.range[1];
    if (isIdempotencyKey(read.site)) return false;
    if (
      writes.some((write) => outermostFunction(write.fn) === family && write.site.range[0] > after && write.value && isMadeFor(write, read))
    )
      return true;
    return source.calls.some(
      ({ node, from }) =>
        from === read.fn &&
        node.range[0] > after &&
        node.parent?.type === 'AwaitExpression' &&
        !writes.some(({ site }) => site === node) &&
        !readSites.has(node) &&
        isReturnedLater(node, read.fn),
    );
  }

  function writesMade(read: Access, branch: Node): boolean {
    if (isIdempotencyKey(read.site)) return false;
    return writes.some((write) => isWithin(write.site, branch) && write.value && isMadeFor(write, read));
  }

  function isMadeFor(write: Access, read: Access): boolean {
    if (isMade(write.value!)) return true;
    // `res.send = (body) => { cache.set(key, body); … }`: the response that the rest of the request makes.
    return write.fn !== read.fn && sourcesOf(write.value!).has('unknown');
  }

  function isMade(value: Node): boolean {
    const sources = sourcesOf(value);
    return sources.has('external') || sources.has('computed');
  }

  /** The awaited value ends in a return of its function: `return await load(key)`, `const v = await load(key); return v`. */
  function isReturnedLater(call: Node, fn: FunctionNode | null): boolean {
    let node: Node = outermost(call.parent!);
    while (
      node.parent &&
      (node.parent.type === 'MemberExpression' ||
        node.parent.type === 'CallExpression' ||
        node.parent.type === 'ObjectExpression' ||
        node.parent.type === 'Property' ||
        node.parent.type === 'AwaitExpression' ||
        node.parent.type === 'NewExpression' ||
        node.parent.type === 'LogicalExpression')
    )
      node = node.parent;
    if (node.parent?.type === 'ReturnStatement') return true;
    if (node.parent?.type !== 'VariableDeclarator') return false;
    const names = node.parent.id.type === 'Identifier' ? [node.parent.id] : [];
    return names.some((name) => source.variableOf(name)?.references.some((reference) => isInReturn(reference.identifier as Node, fn)));
  }

  function isInReturn(node: Node, fn: FunctionNode | null): boolean {
    for (let current: Node | undefined = node; current && current !== fn; current = current.parent)
      if (current.type === 'ReturnStatement') return true;
    return false;
  }

  /** Functions that only hand keys and values through, under names that a cache's own methods have. */
  function isPassedThrough(access: Access): boolean {
    const { fn } = access;
    if (!fn || analysis.handlers.byFunction.get(fn)?.entry === 'platform') return false;
    const name = functionName(fn) ?? '';
    if (!GENERIC_NAME.test(name)) return asksCaller(access.value, fn);
    if (access.kind === 'read') return true;
    return (
      access.value !== undefined &&
      fn.params.some((parameter) => parameterNames(parameter).some((parameterName) => mentions(access.value!, parameterName, 4)))
    );
  }

  /** `const result = await load(); this.set(key, result.value)`, where the caller has given `load`; a read stands in front of that. */
  function asksCaller(value: Node | undefined, fn: FunctionNode): boolean {
    if (value !== undefined) return isAnswerOfCaller(value, 4);
    return source.calls.some(({ node, from }) => from === fn && isGivenFunction(node));
  }

  function isAnswerOfCaller(value: Node, depth: number): boolean {
    const inner = unwrap(value);
    if (depth === 0) return false;
    if (inner.type === 'MemberExpression') return isAnswerOfCaller(inner.object, depth - 1);
    if (inner.type === 'AwaitExpression') return isAnswerOfCaller(inner.argument, depth - 1);
    if (inner.type === 'CallExpression') return isGivenFunction(inner);
    const definition = inner.type === 'Identifier' ? (source.variableOf(inner)?.defs[0]?.node as Node | undefined) : undefined;
    return definition?.type === 'VariableDeclarator' && definition.init !== null && isAnswerOfCaller(definition.init, depth - 1);
  }

  function isGivenFunction({ callee }: CallNode): boolean {
    return callee.type === 'Identifier' && source.variableOf(callee)?.defs[0]?.type === 'Parameter';
  }

  /** The same function also saves it where it belongs. */
  function isBesideAuthority(write: Access): boolean {
    const family = outermostFunction(write.fn);
    return source.calls.some(({ node, from }) => {
      if (outermostFunction(from) !== family || node === write.site || readSites.has(node) || node.type !== 'CallExpression') return false;
      const name = calleeName(node) ?? '';
      if (writes.some(({ site }) => site === node)) return false;
      if (isPersisting(node, name)) return true;
      return (
        /^(send|run|query|batch|exec)$/.test(name) &&
        node.arguments.some((argument) =>
          /^(Put|Update|TransactWrite|BatchWrite)\w*Command$/.test(argument.type === 'NewExpression' ? (calleeName(argument) ?? '') : ''),
        )
      );
    });
  }

  function isPersisting(call: TSESTree.CallExpression, name: string): boolean {
    const isAwaited = outermost(call).parent?.type === 'AwaitExpression' || outermost(call).parent?.type === 'ReturnStatement';
    if (!isAwaited || !(PERSISTING.test(name) || name === 'set')) return false;
    const receiver = receiverOf(call);
    // `await db.orders.insert(…)`, `await saveOrder(…)`; a bare `create…` makes something, it need not keep it.
    return receiver
      ? receiver.type !== 'ThisExpression' && !isStoreItself(receiver) && !MESSAGES.test(lastName(receiver))
      : /^(save|insert|upsert|persist|store|update|put|write)/i.test(name);
  }

  function lastName(receiver: Node): string {
    return (
      (receiver.type === 'MemberExpression' ? propertyName(receiver) : receiver.type === 'Identifier' ? receiver.name : undefined) ?? ''
    );
  }

  function isStoreItself(receiver: Node): boolean {
    return uses.calls.some(({ call }) => sameName(receiverOf(call), receiver));
  }

  function sourcesOf(node: Node, seen = new Set<Node>()): Set<Source> {
    const expression = unwrap(node);
    if (seen.has(expression) || seen.size > 200) return new Set();
    seen.add(expression);
    const all = (nodes: readonly (Node | null | undefined)[]): Set<Source> =>
      new Set(nodes.flatMap((child) => (child ? [...sourcesOf(child, seen)] : [])));
    switch (expression.type) {
      case 'Literal':
        return new Set(['constant']);
      case 'TemplateLiteral':
        return expression.expressions.length > 0 ? all(expression.expressions) : new Set(['constant']);
      case 'Identifier':
        return sourcesOfName(expression, seen);
      case 'AwaitExpression': {
        const inner = sourcesOf(expression.argument, seen);
        if (inner.has('self') && inner.size === 1) return inner;
        const origins = analysis.origins.of(expression);
        if (origins.size === 1 && origins.has('request')) return new Set(['request']);
        const argument = unwrap(expression.argument);
        if (argument.type === 'CallExpression' && isExternalCall(argument)) inner.add('external');
        return inner;
      }
      case 'CallExpression':
        return sourcesOfCall(expression, seen);
      case 'NewExpression':
        if (calleeName(expression) === 'Date') return new Set(['time']);
        if (expression.arguments.length === 0) return new Set(['constant']);
        return MUTABLE.test(calleeName(expression) ?? '') ? all(expression.arguments) : new Set([...all(expression.arguments), 'computed']);
      case 'MemberExpression': {
        const origins = analysis.origins.of(expression);
        if (origins.size === 1 && origins.has('request')) return new Set(['request']);
        return sourcesOf(expression.object, seen);
      }
      case 'SpreadElement':
      case 'UnaryExpression':
      case 'UpdateExpression':
        return sourcesOf(expression.argument, seen);
      case 'BinaryExpression':
        return all([expression.left as Node, expression.right]);
      case 'LogicalExpression':
        return all([expression.left, expression.right]);
      case 'ConditionalExpression':
        return all([expression.consequent, expression.alternate]);
      case 'AssignmentExpression':
        return sourcesOf(expression.right, seen);
      case 'SequenceExpression':
        return sourcesOf(expression.expressions.at(-1)!, seen);
      case 'ObjectExpression':
        return expression.properties.length > 0
          ? all(expression.properties.map((property) => (property.type === 'Property' ? property.value : property)))
          : new Set(['constant']);
      case 'ArrayExpression':
        return expression.elements.length > 0 ? all(expression.elements) : new Set(['constant']);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        return new Set(['constant']);
      default:
        return new Set(['unknown']);
    }
  }

  function sourcesOfName(identifier: TSESTree.Identifier, seen: Set<Node>): Set<Source> {
    const variable = source.variableOf(identifier);
    if (!variable || source.isModuleLevel(variable)) return new Set(['constant']);
    const found = new Set<Source>();
    const inits = initsOf(variable);
    for (const init of inits) for (const origin of sourcesOf(init, seen)) found.add(origin);
    if (inits.length > 0) return found;
    const origins = analysis.origins.of(identifier);
    if (origins.has('request') || origins.has('caller')) found.add('request');
    if (origins.has('external')) found.add('external');
    if (origins.has('fresh')) found.add('fresh');
    if (origins.has('time')) found.add('time');
    if (found.size === 0) found.add('unknown');
    return found;
  }

  function sourcesOfCall(call: TSESTree.CallExpression, seen: Set<Node>): Set<Source> {
    if (readSites.has(call)) return new Set(['self']);
    const name = calleeName(call) ?? '';
    const text = calleeText(call) ?? name;
    if (text === 'Date.now' || text === 'performance.now') return new Set(['time']);
    if (FRESH.test(text)) return new Set(['fresh']);
    const nodes: Node[] = call.arguments.filter((argument) => !isFunction(argument));
    const receiver = receiverOf(call);
    if (REFORMING.test(name)) {
      const found = new Set<Source>();
      for (const node of receiver && receiver.type !== 'Identifier'
        ? [receiver, ...nodes]
        : receiver && source.variableOf(receiver)
          ? [receiver, ...nodes]
          : nodes)
        for (const origin of sourcesOf(node, seen)) found.add(origin);
      if (found.size > 0) return found;
    }
    const origins = analysis.origins.of(call);
    if (origins.size === 1 && origins.has('fresh')) return new Set(['fresh']);
    if (receiver && origins.size === 1 && origins.has('request') && analysis.origins.of(receiver).has('request'))
      return new Set(['request']);
    const below = receiver ? sourcesOf(receiver, seen) : new Set<Source>();
    if (below.has('external')) return below;
    const found = new Set<Source>(nodes.length > 0 ? ['computed'] : [...below].filter((origin) => origin !== 'constant'));
    if (found.size === 0) found.add('fresh');
    for (const node of nodes) if (sourcesOf(node, seen).has('self')) found.add('self');
    return found;
  }

  function isExternalCall(call: TSESTree.CallExpression): boolean {
    if (readSites.has(call)) return false;
    if (FRESH.test(calleeText(call) ?? '')) return false;
    const origins = analysis.origins.of(call.parent.type === 'AwaitExpression' ? call.parent : call);
    return origins.has('external') || origins.has('unknown') || reach.calleesOf(call).some((callee) => callee.async);
  }

  function variableOf(node: Node): Variable | undefined {
    const expression = unwrap(node);
    return expression.type === 'Identifier' ? source.variableOf(expression) : undefined;
  }

  function outermostFunction(fn: FunctionNode | null): FunctionNode | null {
    let outer = fn;
    for (let next = outer && source.functionOf(outer); next; next = source.functionOf(next)) {
      if (!reach.isInvocation(next) && analysis.handlers.byFunction.has(outer!)) break;
      outer = next;
    }
    return outer;
  }

  function isIdempotencyKey(site: CallNode): boolean {
    const key = site.arguments[0];
    if (!key) return false;
    const text = source.text.slice(key.range[0], key.range[1]);
    if (/idempoten/i.test(text)) return true;
    const variable = variableOf(key);
    return variable !== undefined && initsOf(variable).some((init) => /idempoten/i.test(source.text.slice(init.range[0], init.range[1])));
  }
}

function initsOf(variable: Variable): Node[] {
  const inits: Node[] = [];
  const declarator = variable.defs[0]?.node as Node | undefined;
  if (declarator?.type === 'VariableDeclarator' && declarator.init) inits.push(declarator.init);
  for (const reference of variable.references) {
    if (reference.isWrite() && !reference.init && reference.writeExpr && inits.length < 8) inits.push(reference.writeExpr as Node);
  }
  return inits;
}

/** `v.count += 1`, `v.push(x)`, `v[0]++`. */
function isMutated(variable: Variable): boolean {
  return variable.references.some((reference) => {
    let node = outermost(reference.identifier as Node);
    let depth = 0;
    while (node.parent?.type === 'MemberExpression' && node.parent.object === node) {
      node = outermost(node.parent);
      depth += 1;
    }
    const { parent } = node;
    if (depth === 0 || !parent) return false;
    if (parent.type === 'UpdateExpression' || (parent.type === 'AssignmentExpression' && parent.left === node)) return true;
    return parent.type === 'CallExpression' && parent.callee === node && /^(push|unshift|splice|add|set)$/.test(calleeName(parent) ?? '');
  });
}

function isUpdated(variable: Variable): boolean {
  return variable.references.some((reference) => {
    let node = outermost(reference.identifier as Node);
    while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = outermost(node.parent);
    const { parent } = node;
    return (
      parent?.type === 'UpdateExpression' ||
      (parent?.type === 'AssignmentExpression' && parent.left === node && (parent.operator === '+=' || isArithmetic(parent.right)))
    );
  });
}

function isArithmetic(node: Node, depth = 4): boolean {
  const expression = unwrap(node);
  if (depth === 0) return false;
  if (expression.type === 'BinaryExpression')
    return (
      /^[+-]$/.test(expression.operator) &&
      [expression.left, expression.right].some(
        (side) => unwrap(side as Node).type === 'Literal' && typeof (unwrap(side as Node) as TSESTree.Literal).value === 'number',
      )
    );
  if (expression.type === 'UpdateExpression') return true;
  if (expression.type === 'ObjectExpression')
    return expression.properties.some((property) => property.type === 'Property' && isArithmetic(property.value, depth - 1));
  if (expression.type === 'ConditionalExpression')
    return isArithmetic(expression.consequent, depth - 1) || isArithmetic(expression.alternate, depth - 1);
  if (expression.type === 'CallExpression') return expression.arguments.some((argument) => isArithmetic(argument, depth - 1));
  return false;
}

/** Is the result of a read what its function returns, at once or after it was awaited? */
function isReturned(site: Node, fn: FunctionNode): boolean {
  let node = outermost(site);
  while (
    node.parent &&
    (node.parent.type === 'AwaitExpression' ||
      node.parent.type === 'LogicalExpression' ||
      (node.parent.type === 'CallExpression' && node.parent.callee !== node))
  )
    node = outermost(node.parent);
  return node.parent?.type === 'ReturnStatement' || node.parent === fn;
}

/** The `if` in whose test a node stands. */
function branchAround(node: Node): TSESTree.IfStatement | undefined {
  for (let current = node; current.parent; current = current.parent) {
    if (current.parent.type === 'IfStatement') return current.parent.test === current ? current.parent : undefined;
    if (!/Expression$/.test(current.parent.type) || isFunction(current.parent)) return undefined;
  }
  return undefined;
}

/** Does the test hold when the node has a value? `if (v)`, `if (v !== undefined)`, `if (v && v.expires > now)`; not `if (!v)`. */
function isTrueWhen(test: Node, node: Node): boolean {
  let isPositive = true;
  for (let current = node; current !== test && current.parent; current = current.parent) {
    const { parent } = current;
    if (parent.type === 'UnaryExpression' && parent.operator === '!') isPositive = !isPositive;
    else if (parent.type === 'BinaryExpression' && /^===?$/.test(parent.operator)) {
      const other = unwrap((parent.left === current ? parent.right : parent.left) as Node);
      if ((other.type === 'Literal' && other.value === null) || (other.type === 'Identifier' && other.name === 'undefined'))
        isPositive = !isPositive;
    }
  }
  return isPositive;
}

function leaves(branch: Node): boolean {
  if (branch.type === 'BlockStatement') return branch.body.some(leaves);
  return branch.type === 'ReturnStatement';
}

/** Handed on, returned or spread: not only a part of a comparison. */
function isResult(identifier: Node): boolean {
  for (let node: Node = identifier; node.parent; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'BinaryExpression' || parent.type === 'IfStatement') return false;
    if (
      /^(ReturnStatement|CallExpression|NewExpression|ObjectExpression|VariableDeclarator|AssignmentExpression|SpreadElement|TemplateLiteral)$/.test(
        parent.type,
      )
    )
      return true;
    if (!/Expression$|Property$/.test(parent.type)) return false;
  }
  return false;
}

function isWithin(node: Node, outer: Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];
}

function mentions(node: Node, name: string, depth: number): boolean {
  const expression = unwrap(node);
  if (expression.type === 'Identifier') return expression.name === name;
  if (depth === 0) return false;
  switch (expression.type) {
    case 'ObjectExpression':
      return expression.properties.some((property) =>
        mentions(property.type === 'Property' ? property.value : property.argument, name, depth - 1),
      );
    case 'ArrayExpression':
      return expression.elements.some((element) => element !== null && mentions(element, name, depth - 1));
    case 'CallExpression':
    case 'NewExpression':
      return expression.arguments.some((argument) => mentions(argument, name, depth - 1));
    case 'SpreadElement':
    case 'AwaitExpression':
      return mentions(expression.argument, name, depth - 1);
    default:
      return false;
  }
}

function parameterNames(parameter: Node): string[] {
  const target =
    parameter.type === 'AssignmentPattern' ? parameter.left : parameter.type === 'RestElement' ? parameter.argument : parameter;
  if (target.type === 'Identifier') return [target.name];
  if (target.type !== 'ObjectPattern') return [];
  return target.properties.flatMap((property) => (property.type === 'Property' ? parameterNames(property.value) : []));
}

function sameName(left: Node | undefined, right: Node): boolean {
  if (!left) return false;
  const a = unwrap(left);
  const b = unwrap(right);
  return a.type === 'Identifier' && b.type === 'Identifier' && a.name === b.name;
}
