/**
 * Question: which promises with effects does an invocation start and leave behind?
 *
 *     sendWelcome(email).catch(log);            // nobody waits for it
 *     return Response.json(account);
 *
 * A call counts whose value is thrown away and that shows a promise: chained with `then`/`catch`/`finally`, also by the name of a variable
 * that nobody awaits, marked with `void`, `forEach(async …)`, and what `surely-async.ts` knows. Its effect is looked for in the call and in its
 * callbacks. Silent: chains that answer the request, settle a promise or feed an open stream; callbacks of events; what only reads,
 * opens, closes or logs; and everything handed to `waitUntil` or `after`, which is an argument and not thrown away.
 *
 * Knowingly missed: bare calls of imported functions that the file awaits nowhere.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  calleeText,
  dottedName,
  endOfChain,
  isFunction,
  isPromiseExecutor,
  isPromiseMethod,
  keyName,
  linkAbove,
  outermost,
  propertyName,
  receiverOf,
  unwrap,
  walkSyntax,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import { MAKING_VERBS } from '../effect-words.js';
import { commandOf, isChained, isObserving, nameOf, showsPromise, verbOf, type EffectKind, type EffectReader } from '../effects.js';
import type { FirstLook, StandingCall } from '../first-look/first-look.js';
import type { FileAnalysis } from '../index.js';
import { createSurelyAsync, mayStartPromise } from './surely-async.js';
import { isDurablePlatform, isInActor, isInComponent, isWithin } from './timers.js';

export interface DetachedWork {
  /** The whole expression that is thrown away. */
  readonly node: Node;
  /** What is started: `sendWelcome`. */
  readonly work: string;
  readonly from: FunctionNode | null;
  readonly form: 'promise' | 'loop';
  /** Whether more is left behind inside it: who waits for the whole does not wait for that. */
  readonly hasParts?: boolean;
}

const LOOPS = /^(forEach|map|flatMap)$/;
const LISTENERS = /^(on|once|addListener|addEventListener|prependListener|subscribe|onAbort|onClose|onMessage|watch|listen|tap)$/;
const TIMERS = /^(setTimeout|setInterval|setImmediate|queueMicrotask|nextTick)$/;
const KEEPS_ALIVE =
  /^(waitUntil|Observable|after|unstable_after|runInBackground|defer|onConnect|start|pull|blockConcurrencyWhile|ReadableStream|TransformStream|WritableStream|streamSSE|streamText|stream|streamingResponse|createDataStreamResponse|createUIMessageStream|createDataStream)$|^(wait[uU]ntil|after|defer|runAfter)[A-Z]\w*$/;
const RESPONSE_PARAMETER = /^(res|response|reply|resp)$/;
/** Names through which a chain answers, settles, or feeds somebody who is connected. */
const ANSWER =
  /^(res|resp|response|reply|respond|next|cb|callback|done|resolve|reject|ws|conn|connection|peer|sse|subscriber|observer|\w*([wW]riter|[cC]ontroller|[sS]ocket|[sS]tream|Res|Response|Reply))$/;
const ANSWER_MEMBER = /^(res|reply|emit|speak|succeed)$/;
/** Imported work that a module starts while it loads: named as a job, not as a start. */
const LOAD_WORK =
  /^(run|process|poll|consume|sync|scrape|import|send|publish|flush)[A-Z]\w*(Task|Job|Jobs|Queue|Worker|Sync|Batch|Scrape|Import|Messages|Emails|Reminders)$/;
const BENIGN = /^(read|pause|observe|close|prepare|respond|memory)$/;
/** `retry(() => …)` does what its callback does. */
const CALLS_CALLBACK = /^(p?retry|withRetry|pRetry|limit|run)$/i;
/**
 * Whether `findDetachedWork` may find anything, from the calls that stand on their own: most files throw no promise away, and then
 * handlers need not be looked for.
 */
export function mayDetachWork({ standingCalls, awaitedCallees, scopeManager }: FirstLook): boolean {
  let asyncNames: ReadonlySet<string> | undefined;
  return standingCalls.some((standing) => mayBeLeft(standing) && !isInComponent(standing.call));

  function mayBeLeft({ call, name, value }: StandingCall): boolean {
    if (value !== 'left' && value !== 'voided') return false;
    if (name === undefined) return isFunction(unwrap(call.callee)) && (unwrap(call.callee) as FunctionNode).async;
    if (value === 'voided' || isPromiseMethod(name) || CALLS_CALLBACK.test(name)) return true;
    if (LOOPS.test(name)) return call.arguments.some((argument) => mayBeAsync(argument));
    return (
      mayStartPromise(call) || (asyncNames ??= namesOfAsyncFunctions(scopeManager)).has(name) || awaitedCallees.has(calleeText(call) ?? '')
    );
  }
}

/** An asynchronous function, or a name behind which one may stand. */
function mayBeAsync(argument: Node): boolean {
  const value = unwrap(argument);
  return !isFunction(value) || value.async;
}

/** By every name that an asynchronous function of the file may be called by. */
function namesOfAsyncFunctions({ scopes }: TSESLint.Scope.ScopeManager): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { type, block } of scopes) {
    const fn = block as Node;
    if (type !== 'function' || !isFunction(fn) || !fn.async) continue;
    if (fn.id) names.add(fn.id.name);
    for (let holder: Node | undefined = fn.parent; holder; holder = holder.parent) {
      const name = nameBoundBy(holder);
      if (name !== undefined) names.add(name);
      if (name !== undefined || holder.type.endsWith('Statement')) break;
    }
  }
  return names;
}

function nameBoundBy(holder: Node): string | undefined {
  switch (holder.type) {
    case 'VariableDeclarator':
      return holder.id.type === 'Identifier' ? holder.id.name : undefined;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return keyName(holder);
    case 'AssignmentExpression': {
      const { root, path } = dottedName(holder.left);
      return path.at(-1) ?? (root.type === 'Identifier' ? root.name : undefined);
    }
    default:
      return undefined;
  }
}

function isCalledAtOnce(fn: FunctionNode): boolean {
  const call = fn.async ? outermost(fn).parent : undefined;
  return call?.type === 'CallExpression' && unwrap(call.callee) === fn;
}

export function findDetachedWork(analysis: FileAnalysis, effects: EffectReader): DetachedWork[] {
  const { source, reach, values, handlers } = analysis;
  const found: DetachedWork[] = [];
  const surelyAsync = createSurelyAsync(analysis);
  for (const { node: call, from } of source.calls) {
    if (call.type !== 'CallExpression') continue;
    const whole = discarded(call);
    if (!whole || !runsInInvocation(from, call)) continue;
    const candidate = workOf(call, whole);
    if (!candidate || isSpared(whole, call)) continue;
    found.push({ node: whole, from, ...candidate });
  }
  const wholes = new Set(found.map(({ node }) => node));
  // Immediately called functions bear no name, and stand in no list of calls.
  for (const fn of source.functions) {
    if (!isCalledAtOnce(fn)) continue;
    const call = outermost(fn).parent as TSESTree.CallExpression;
    const end = endOfChain(call);
    const whole = discarded(end);
    if (!whole || wholes.has(whole) || !runsInInvocation(source.functionOf(call), call)) continue;
    const effect = effects.effectOf(fn);
    if (!effect || isSpared(whole, end)) continue;
    wholes.add(whole);
    found.push({ node: whole, from: source.functionOf(call), work: effect.name, form: 'promise' });
  }
  // What follows a detached promise is part of it.
  return withoutParts(found);

  function isSpared(whole: Node, call: CallNode): boolean {
    return (
      isPrinted(call) ||
      isFillOfCache(call) ||
      isInComponent(whole) ||
      isInActor(handlers, whole) ||
      isAwaitedByPlatform(whole) ||
      isSettledLater(whole) ||
      isKeptAlive(whole) ||
      !respondsElsewhere(whole) ||
      isAnswered(whole, call)
    );
  }

  /** `new Promise((resolve) => { waiting.push(resolve); runAll(); })`: the work settles the promise around it, which somebody waits for. */
  function isSettledLater(whole: Node): boolean {
    const executor = source.functionOf(whole);
    const [resolve] = executor?.params ?? [];
    if (!executor || !isPromiseExecutor(executor) || resolve?.type !== 'Identifier') return false;
    const uses = (source.variableOf(resolve)?.references ?? []).map(({ identifier }) => identifier as Node);
    return (
      uses.length > 0 &&
      uses.every((use) => !(use.parent?.type === 'CallExpression' && use.parent.callee === use && source.functionOf(use) === executor))
    );
  }

  /** `void redis.set(key, rows, 60)` where the same function has asked `redis.get(key)`: who comes next asks again, and nothing is lost. */
  function isFillOfCache(call: CallNode): boolean {
    const root = rootOf(call);
    if (
      root.type !== 'CallExpression' ||
      root.arguments.length < 2 ||
      !/^(set|put|cache)(?![a-z])|^setex$|Set$/.test(calleeName(root) ?? '')
    )
      return false;
    const [key] = root.arguments;
    if (!key || key.type === 'SpreadElement') return false;
    if (wasAskedFor(key, root)) return true;
    // `refresh(key)`, called by who has asked.
    const definition = key.type === 'Identifier' ? source.variableOf(key)?.defs[0] : undefined;
    const fn = definition?.type === 'Parameter' ? (definition.node as Node) : undefined;
    if (!isFunction(fn)) return false;
    const index = fn.params.findIndex((parameter) => parameter === definition!.name);
    const sites = reach.callersOf(fn);
    return (
      sites.length > 0 &&
      sites.every(({ node }) => {
        const given = node.arguments[index];
        return given !== undefined && given.type !== 'SpreadElement' && wasAskedFor(given, node);
      })
    );
  }

  /** Before a call, in the functions around it, something was got under the same key. */
  function wasAskedFor(key: Node, call: CallNode): boolean {
    const text = keyText(key);
    if (text === undefined) return false;
    const around: FunctionNode[] = [];
    for (let fn = source.functionOf(call); fn !== null; fn = source.functionOf(fn)) around.push(fn);
    return source.calls.some(
      ({ node }) =>
        node.range[1] <= call.range[0] &&
        /^(get|match)(?![a-z])|Get$/.test(calleeName(node) ?? '') &&
        around.some((fn) => isWithin(node, fn)) &&
        keyText(node.arguments[0]) === text,
    );
  }

  /** A name, or a text made of names: one and the same thing wherever it stands in a function. */
  function keyText(key: Node | undefined): string | undefined {
    return key && (key.type === 'Identifier' || key.type === 'TemplateLiteral' || key.type === 'MemberExpression')
      ? source.text.slice(...key.range)
      : undefined;
  }

  /** `run(event).then(console.log)`: somebody sits at a terminal and reads. */
  function isPrinted(call: CallNode): boolean {
    for (let link: Node | undefined = call; link?.type === 'CallExpression'; link = receiverOf(link)) {
      const [first] = link.arguments;
      if (calleeName(link) === 'then' && first && first.type !== 'SpreadElement' && /^console\.\w+$/.test(dottedText(first))) return true;
    }
    return false;
  }

  function dottedText(node: Node): string {
    const { root, path } = dottedName(node);
    return [root.type === 'Identifier' ? root.name : '', ...path].join('.');
  }

  function runsInInvocation(from: FunctionNode | null, call: CallNode): boolean {
    if (from === null) return handlers.hasPlatformHandler && reachesLoadWork(call);
    return reach.isInvocation(from) && !isDurablePlatform(reach.handlerOf(from)?.platform);
  }

  function reachesLoadWork(call: CallNode): boolean {
    const root = rootOf(call);
    return root.type === 'CallExpression' && root !== call && LOAD_WORK.test(calleeName(root) ?? '') && reach.calleesOf(root).length === 0;
  }

  /** What a chain of `then`, `catch` and `finally` hangs on. */
  function rootOf(call: CallNode): Node {
    let node: Node = call;
    while (node.type === 'CallExpression' && isPromiseMethod(calleeName(node))) {
      const receiver = receiverOf(node);
      if (!receiver) break;
      node = receiver;
    }
    return node;
  }

  /** `const work = resize(album); work.catch(log);`: kept in a variable that nobody awaits or hands on. */
  function keptWork(name: TSESTree.Identifier): Pick<DetachedWork, 'work' | 'form'> | undefined {
    const variable = source.variableOf(name);
    const declarator = variable?.defs[0]?.node as Node | undefined;
    const init =
      declarator?.type === 'VariableDeclarator' && declarator.init && declarator.id.type === 'Identifier'
        ? unwrap(declarator.init)
        : undefined;
    if (init?.type !== 'CallExpression' || rootOf(init).type !== 'CallExpression' || source.isModuleLevel(variable!)) return undefined;
    const isLeft = variable!.references.every((reference) => {
      if (reference.init) return true;
      const member = (reference.identifier as Node).parent;
      const chain =
        member?.type === 'MemberExpression' && member.object === reference.identifier && isChained(member) ? member.parent : undefined;
      return chain?.type === 'CallExpression' && endOf(chain) !== undefined;
    });
    const work = isLeft ? startedBy(rootOf(init) as TSESTree.CallExpression, true) : undefined;
    return work === undefined ? undefined : { work, form: 'promise' };
  }

  function endOf(call: TSESTree.CallExpression): Node | undefined {
    return discarded(endOfChain(call));
  }

  function workOf(call: TSESTree.CallExpression, whole: Node): Pick<DetachedWork, 'work' | 'form'> | undefined {
    const name = calleeName(call) ?? '';
    if (LOOPS.test(name)) return loopWork(call);
    const root = rootOf(call);
    const isChained = root !== call;
    if (isChained && root.type === 'Identifier') return keptWork(root);
    if (isFunction(unwrap(root.type === 'CallExpression' ? root.callee : root))) return undefined;
    const isVoid = whole.type === 'UnaryExpression';
    const own = root.type === 'CallExpression' ? startedBy(root, isChained || isVoid) : undefined;
    if (own !== undefined) return { work: own, form: 'promise' };
    if (!isChained) return undefined;
    // The root may only read or wait; what follows it may not.
    if (root.type === 'CallExpression' && !mayFollow(root)) return undefined;
    const isPause = root.type !== 'CallExpression' || effects.kindOf(root) === 'pause';
    for (let link: Node = call; link !== root && link.type === 'CallExpression'; link = receiverOf(link)!) {
      if (calleeName(link) === 'catch') continue;
      for (const callback of link.arguments) {
        const effect =
          callback.type === 'SpreadElement'
            ? undefined
            : values
                .functionsOf(callback)
                .map(effects.effectOf)
                .find((found) => found !== undefined);
        if (effect && effect.kind !== 'unknown') return { work: effect.name, form: 'promise' };
        if (effect && isPause && !BENIGN.test(effects.kindOf(effect.call as CallNode))) return { work: effect.name, form: 'promise' };
      }
    }
    return undefined;
  }

  /** Follow-ups of set-up and of shutdown are part of these. */
  function mayFollow(root: CallNode): boolean {
    const kind = effects.kindOf(root);
    return kind !== 'prepare' && kind !== 'close';
  }

  /** The work that a call starts, where the code shows that it is asynchronous. */
  function startedBy(root: TSESTree.CallExpression, isMarked: boolean): string | undefined {
    const text = calleeText(root) ?? '';
    const functions = reach.calleesOf(root);
    if (functions.length > 0) {
      if (!isMarked && !functions.every((fn) => fn.async)) return undefined;
      if (isSetUp(root)) return undefined;
      const onlyReads = /^(get|fetch|read|find|list|check|refresh|revalidate)$/.test(verbOf(calleeName(root) ?? ''));
      for (const fn of functions) {
        const effect = effects.effectOf(fn);
        if (effect && !(onlyReads && effect.kind === 'unknown')) return nameOf(root);
      }
      return undefined;
    }
    if (text.startsWith('Promise.')) return surelyAsync.isClient(root) ? firstEffectBelow(root) : undefined;
    const kind = effects.kindOf(root);
    // `retry(() => loadPrices())` does what its callback does.
    const callbacks = CALLS_CALLBACK.test(calleeName(root) ?? '')
      ? root.arguments.flatMap((argument) => (argument.type === 'SpreadElement' ? [] : values.functionsOf(argument)))
      : [];
    if (callbacks.length > 0) return callbacks.map(effects.effectOf).find((effect) => effect !== undefined)?.name;
    if (surelyAsync.isClient(root)) return nameOf(root);
    if (commandOf(root) !== undefined) return BENIGN.test(kind) ? undefined : nameOf(root);
    if (kind === 'local') return undefined;
    if (!isMarked && !surelyAsync.starts(root)) return undefined;
    return BENIGN.test(kind) && !isMadeForNobody(root, kind) ? undefined : nameOf(root);
  }

  /** `generateReport(order.id).catch(log)`: nobody takes what is made, so that the making is the work. */
  function isMadeForNobody(root: TSESTree.CallExpression, kind: EffectKind): boolean {
    if (kind !== 'read' || !MAKING_VERBS.test(verbOf(calleeName(root) ?? ''))) return false;
    for (let link = linkAbove(root); link; link = linkAbove(link)) if (calleeName(link) === 'then') return false;
    return root.arguments.some((argument) => argument.type !== 'SpreadElement' && belongsToInvocation(argument));
  }

  /** A function of this file whose name says that it only opens, closes or observes. Given data of the invocation, it does more. */
  function isSetUp(call: CallNode): boolean {
    const name = calleeName(call) ?? '';
    const verb = verbOf(name);
    if (isObserving(name)) return true;
    if (/^(connect|ensure|listen|warm|preload|prefetch|close|disconnect|shutdown|cleanup|log|trace)$/.test(verb)) return true;
    return (
      /^(init|initialize|setup|start|bootstrap|main|prepare|load)$/.test(verb) &&
      !call.arguments.some((argument) => argument.type !== 'SpreadElement' && belongsToInvocation(argument))
    );
  }

  function belongsToInvocation(argument: Node): boolean {
    const origins = analysis.origins.of(argument);
    return origins.has('request') || origins.has('external') || origins.has('caller');
  }

  function loopWork(call: TSESTree.CallExpression): Pick<DetachedWork, 'work' | 'form'> | undefined {
    const callback = call.arguments[0];
    if (!callback || callback.type === 'SpreadElement') return undefined;
    for (const fn of values.functionsOf(callback)) {
      if (!fn.async) continue;
      const effect = effects.effectOf(fn);
      if (effect) return { work: effect.name, form: 'loop' };
    }
    return undefined;
  }

  function firstEffectBelow(node: Node): string | undefined {
    let name: string | undefined;
    walkSyntax(node, source.visitorKeys, (current) => {
      if (name !== undefined) return false;
      if (current.type !== 'CallExpression' || current === node) return true;
      const kind = effects.kindOf(current);
      if (kind === 'store' || kind === 'send' || (kind === 'unknown' && isMapped(current))) name = nameOf(current);
      else if (kind === 'local') name = reach.calleesOf(current).some((fn) => effects.effectOf(fn)) ? nameOf(current) : undefined;
      return true;
    });
    return name;
  }

  /** `tenants.map((tenant) => rebuild(tenant))` inside `Promise.all`: what the callback gives is a promise. */
  function isMapped(call: CallNode): boolean {
    const fn = source.functionOf(call);
    const holder = fn && outermost(fn).parent;
    return holder?.type === 'CallExpression' && LOOPS.test(calleeName(holder) ?? '') && showsPromise(call);
  }

  /** Whether a chain, or a function of this file that it runs, answers the request or feeds an open stream. */
  function isAnswered(whole: Node, call: CallNode): boolean {
    const bodies: Node[] = [whole];
    const root = rootOf(call);
    if (root.type === 'CallExpression' && reach.calleesOf(root).length > 0) bodies.push(...reach.calleesOf(root));
    return bodies.some((body) => {
      let answers = false;
      walkSyntax(body, source.visitorKeys, (node) => {
        if (answers) return false;
        // `opts.res.end()`, `this.emit(':tell', …)`
        if (
          node.type === 'MemberExpression' &&
          ANSWER_MEMBER.test(propertyName(node) ?? '') &&
          (node.object.type === 'ThisExpression' || isOutside(node.object, body))
        )
          answers = true;
        if (!answers && node.type === 'Identifier' && isGivenByHost(source.variableOf(node)?.defs[0]?.node as Node | undefined))
          answers = true;
        if (answers || node.type !== 'Identifier' || !ANSWER.test(node.name)) return !answers;
        if (
          node.parent?.type === 'MemberExpression' &&
          node.parent.object === node &&
          /^(signal|abort)$/.test(propertyName(node.parent) ?? '')
        )
          return true;
        const variable = source.variableOf(node);
        const definition = variable?.defs[0];
        if (!definition || (node.parent?.type === 'MemberExpression' && node.parent.property === node && !node.parent.computed))
          return true;
        // `catch(next)`, `.then(done)`, `res.json(…)`: a name from outside the chain, and no import.
        if (
          definition.type !== 'ImportBinding' &&
          !isWithin(definition.name as Node, body) &&
          !source.isModuleLevel(variable) &&
          (node.name !== 'response' || definition.type === 'Parameter')
        )
          answers = true;
        // A parameter of the function that it runs: `respond(res)`.
        if (body !== whole && definition.type === 'Parameter' && (definition.node as Node) === body) answers = true;
        return true;
      });
      return answers;
    });
  }

  /** `const response = host.switchToHttp().getResponse()`: the answer itself, not what a request to somebody else gave. */
  function isGivenByHost(declarator: Node | undefined): boolean {
    const init = declarator?.type === 'VariableDeclarator' && declarator.init ? unwrap(declarator.init) : undefined;
    return init?.type === 'CallExpression' && calleeName(init) === 'getResponse';
  }

  function isOutside(node: Node, body: Node): boolean {
    const { root } = dottedName(node);
    const variable = source.variableOf(root);
    if (!variable) return root.type === 'Identifier';
    return !source.isModuleLevel(variable) && variable.defs.some((definition) => !isWithin(definition.name as Node, body));
  }

  /** Started inside an event listener, a timer's callback, or a function given to something that keeps the instance awake. */
  function isKeptAlive(node: Node): boolean {
    for (let fn = source.functionOf(node); fn; fn = source.functionOf(fn)) {
      const parent = outermost(fn).parent;
      const holder = parent?.type === 'Property' ? parent.parent.parent : parent;
      if (holder?.type === 'CallExpression' || holder?.type === 'NewExpression') {
        const name = calleeName(holder) ?? '';
        if (KEEPS_ALIVE.test(name) || TIMERS.test(name)) return true;
        if (LISTENERS.test(name) && handlers.byFunction.get(fn)?.entry !== 'platform') return true;
      } else if (isNamedListener(fn)) {
        return true;
      }
      if (handlers.byFunction.get(fn)?.entry === 'platform') return false;
    }
    return false;
  }

  /** `const onData = () => { … }; child.on('data', onData)` */
  function isNamedListener(fn: FunctionNode): boolean {
    const name = fn.parent?.type === 'VariableDeclarator' ? fn.parent.id : fn.id;
    if (name?.type !== 'Identifier' || source.functionOf(fn) === null) return false;
    return (
      source.variableOf(name)?.references.some(({ identifier }) => {
        const call = (identifier as Node).parent;
        return call?.type === 'CallExpression' && call.callee !== identifier && LISTENERS.test(calleeName(call) ?? '');
      }) ?? false
    );
  }

  /** A callback-style Lambda runs until its event loop is empty, unless it is told not to wait. */
  function isAwaitedByPlatform(node: Node): boolean {
    const handler = reach.handlerOf(source.functionOf(node));
    return (
      handler?.platform === 'AWS Lambda' &&
      !handler.fn.async &&
      handler.call === undefined &&
      handler.fn.body.type === 'BlockStatement' &&
      values.returnsOf(handler.fn).length === 0 &&
      !/callbackWaitsForEmptyEventLoop/.test(source.text)
    );
  }

  /** Where a handler answers through an object, work that runs on is work that the answer does not wait for; else it may be waited for. */
  function respondsElsewhere(whole: Node): boolean {
    for (let fn = source.functionOf(whole); fn; fn = source.functionOf(fn)) {
      for (const parameter of fn.params) {
        const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
        if (target.type !== 'Identifier' || !RESPONSE_PARAMETER.test(target.name)) continue;
        const uses = source.variableOf(target)?.references ?? [];
        return uses.some(({ identifier }) => !isWithin(identifier as Node, whole));
      }
      if (handlers.byFunction.has(fn)) return true;
    }
    return true;
  }
}

/** The outermost ones, in order. Syntax nests, so that in order of their starts each is part of the last outermost one or of none. */
function withoutParts(found: readonly DetachedWork[]): DetachedWork[] {
  const whole: DetachedWork[] = [];
  for (const work of [...found].sort((a, b) => a.node.range[0] - b.node.range[0] || b.node.range[1] - a.node.range[1])) {
    const outer = whole.at(-1);
    if (!outer || outer.node === work.node || !isWithin(work.node, outer.node)) whole.push(work);
    else if (!outer.hasParts) whole[whole.length - 1] = { ...outer, hasParts: true };
  }
  return whole;
}

/** The expression whose value is thrown away and that ends in this call. */
function discarded(call: TSESTree.CallExpression): Node | undefined {
  let node = outermost(call);
  for (;;) {
    const parent: Node | undefined = node.parent;
    if (parent?.type === 'UnaryExpression' && parent.operator === 'void') node = parent;
    else if (parent?.type === 'LogicalExpression' && parent.right === node && parent.parent?.type === 'ExpressionStatement') return node;
    else if (parent?.type === 'ConditionalExpression' && parent.test !== node && parent.parent?.type === 'ExpressionStatement') return node;
    else break;
  }
  const parent = node.parent;
  if (parent?.type === 'ExpressionStatement') return node;
  if (parent?.type === 'ArrowFunctionExpression' && parent.body === node && !parent.async) {
    const holder = parent.parent;
    if (holder?.type === 'CallExpression' && calleeName(holder) === 'forEach') return node;
    if (node.type === 'UnaryExpression') return node;
  }
  return undefined;
}
