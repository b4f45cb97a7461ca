/**
 * Question: which timers hold work that must happen, and that nobody waits for?
 *
 *     setTimeout(() => releaseSeat(hold.id), 900_000);   // lost with the instance
 *     await new Promise((r) => setTimeout(r, 500));       // a pause: waited for
 *
 * A timer counts by what its callback does. One whose callback only settles a promise, aborts, clears, logs, answers, or changes memory
 * of this process loses nothing with the instance. So does one that the invocation itself clears (a time limit, a heartbeat of an open
 * stream). What remains runs an effect later, in a process that may be frozen or gone by then. Timers set while the module loads, or by
 * a start-up function, count just the same.
 *
 * Knowingly missed: callbacks that come from other files under names that say nothing.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  dottedName,
  endOfChain,
  GLOBAL_OBJECTS,
  isClass,
  isFunction,
  isPromiseExecutor,
  isPromiseMethod,
  outermost,
  propertyName,
  unwrap,
  walkSyntax,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import { MAKING_VERBS } from '../effect-words.js';
import { nameOf, showsPromise, verbOf, type EffectKind, type EffectReader } from '../effects.js';
import { functionName, type Handlers } from '../handlers.js';
import { importedAs, loadedModule } from '../imports.js';
import type { FileAnalysis } from '../index.js';

export interface TimerWork {
  readonly node: CallNode;
  /** `setTimeout`, `setInterval`, `setImmediate`, `queueMicrotask`. */
  readonly timer: string;
  /** What it will do: `releaseSeat`. */
  readonly work: string;
  /** The function that sets it, `null` while the module loads. */
  readonly from: FunctionNode | null;
}

const TIMER_NAMES = /^(setTimeout|setInterval|setImmediate|queueMicrotask)$/;
const TIMER_MODULE = /^(node:)?timers$/;
/** Signs of life on an open connection: with the instance the connection is gone too. */
const HEARTBEAT = /heart_?beat|keep_?alive|^ping|ping(Timer|Interval)$|presence|(?<!re)lease|^ack(?![a-z])/i;
/** Bringing a lost connection back is part of having one. */
const RECONNECT = /^(re)?(connect|subscribe|open|spawn|listen)|^resubscribe/i;
/** In a bot an answer is a message like any other: it may come an hour later. */
const BOT_MODULE = /^(telegraf|grammy|node-telegram-bot-api|discord\.js|@slack\/bolt|botbuilder)(\/.*)?$/;
const BOT_MESSAGE = /^(reply\w*|say|respond|send\w*)$/;
/** A parameter by which a function tells that it is done. */
const SETTLER = /^(resolve|reject|done|cb|callback)$/;
/** Verbs that read where somebody takes the result; where nobody does, what they bring up to date lies elsewhere. */
const RENEWING_VERBS = /^(refresh|populate|check|verify)$/;
/** Verbs that end something, of this process or of the world. */
const ENDING_VERBS = /^(close|end|stop|terminate|shutdown)$/;
/** What is open in this process, by the end of a name. */
const OPEN_HERE =
  /(Connections?|Conn|Sockets?|Clients?|Browser|Workers?|Page|Streams?|Process|Handles?|Server|Watcher|Transport|Channel|Pool|Db|Database|Session|Timers?|Interval|Listeners?|Spinner|Modal|Dialog|Span|Transaction|Redis|Queue|Typing)$/;
/** Callers of one helper beyond these show nothing new. */
const MOST_CALLERS = 12;
const BENIGN_WORK = /^(read|pause|observe|close|prepare|memory|respond|local)$/;

export function findTimers(analysis: FileAnalysis, effects: EffectReader): TimerWork[] {
  const { source, reach, values, handlers } = analysis;
  const found: TimerWork[] = [];
  for (const { call, timer } of timerCalls()) {
    const callback = call.arguments[0];
    if (!callback || callback.type === 'SpreadElement') continue;
    const from = source.functionOf(call);
    if (isInActor(handlers, call) || isWorkflowStep(from) || isInComponent(call) || isLifecycle(call)) continue;
    if (from !== null && !reach.isInvocation(from) && !reach.isLoadCalled(from) && !isStartUp(from)) continue;
    if (HEARTBEAT.test(targetName(call)) || (from && HEARTBEAT.test(functionName(from) ?? ''))) continue;
    const work = workOf(callback);
    if (work === undefined || HEARTBEAT.test(work) || RECONNECT.test(work.split('.').at(-1)!)) continue;
    if (isClearedByOwner(call, callback) || settlesPromise(call, callback)) continue;
    found.push({ node: call, timer, work, from });
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);

  function* timerCalls(): Iterable<{ call: CallNode; timer: string }> {
    for (const [name, references] of source.globals) {
      if (TIMER_NAMES.test(name)) {
        for (const { identifier } of references) yield* callOf(identifier as Node, name);
      } else if (GLOBAL_OBJECTS.includes(name) || name === 'process') {
        for (const { identifier } of references) {
          const member = (identifier as Node).parent;
          const method = member?.type === 'MemberExpression' && member.object === identifier ? propertyName(member) : undefined;
          if (method !== undefined && (name === 'process' ? method === 'nextTick' : TIMER_NAMES.test(method)))
            yield* callOf(member!, method);
        }
      }
    }
    for (const variable of source.moduleScope.variables) {
      const imported = importedAs(variable);
      if (!imported || !TIMER_MODULE.test(imported.module) || !TIMER_NAMES.test(imported.name)) continue;
      for (const { identifier } of variable.references) yield* callOf(identifier as Node, imported.name);
    }
  }

  function* callOf(callee: Node, timer: string): Iterable<{ call: CallNode; timer: string }> {
    const parent = callee.parent;
    if (parent?.type === 'CallExpression' && parent.callee === callee) yield { call: parent, timer };
  }

  /** `start()` and `stop()` of a class that nobody here makes: the loop of a program that stays up. */
  function isLifecycle(call: CallNode): boolean {
    const target = outermost(call).parent;
    if (target?.type !== 'AssignmentExpression') return false;
    const { root, path } = dottedName(target.left);
    const owner = root.type === 'ThisExpression' ? source.ownerOfThis.get(root) : undefined;
    const handle = path.at(-1);
    if (
      !owner ||
      !isClass(owner) ||
      handle === undefined ||
      handlers.singletonClasses.has(owner) ||
      handlers.all.some(({ entry }) => entry === 'platform')
    )
      return false;
    if (
      source.calls.some(
        ({ node }) => node.type === 'NewExpression' && values.of(node).some((value) => value.kind === 'instance' && value.of === owner),
      )
    )
      return false;
    return new RegExp(`\\bclear(Timeout|Interval)\\(this\\.${handle.replaceAll('$', '\\$')}\\b`).test(source.text);
  }

  function isWorkflowStep(from: FunctionNode | null): boolean {
    return isDurablePlatform(reach.handlerOf(from)?.platform);
  }

  /** `onModuleInit`, `startWorker`: nobody's request calls them, the start of the process does. */
  function isStartUp(from: FunctionNode): boolean {
    for (let fn: FunctionNode | null = from; fn; fn = source.functionOf(fn)) {
      const name = functionName(fn);
      if (
        name !== undefined &&
        /^(on(Module|Application)\w+|constructor|init\w*|start\w*|setup\w*|boot\w*|register\w*|schedule\w*|run\w*)$/i.test(name)
      )
        return true;
      if (reach.isInvocation(fn) || reach.isLoadCalled(fn)) return true;
    }
    return false;
  }

  /** What a callback will do that matters, by name; `undefined` where it loses nothing. */
  function workOf(callback: Node): string | undefined {
    const functions = values.functionsOf(callback);
    if (functions.length > 0) {
      for (const fn of functions) {
        const own = isFunction(unwrap(callback)) ? undefined : functionName(fn);
        const effect = effects.effectOf(fn);
        if (effect && (effect.kind !== 'unknown' || isBusiness(effect.call as CallNode))) return own ?? effect.name;
        const plain = plainWork(fn);
        if (plain !== undefined) return plain;
      }
      return undefined;
    }
    const inner = unwrap(callback);
    for (const argument of givenTo(inner)) {
      const work = workOf(argument);
      if (work !== undefined) return work;
    }
    // A function of another file, given by name: only a name that says what it does counts.
    if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression') return undefined;
    const { root, path } = dottedName(inner);
    const name = path.length > 0 ? path.at(-1) : root.type === 'Identifier' ? root.name : undefined;
    if (name === undefined || (path.length === 0 && !isImported(root))) return undefined;
    const call = {
      type: 'CallExpression',
      callee: inner,
      arguments: [],
      optional: false,
      parent: inner.parent,
      range: inner.range,
    } as unknown as CallNode;
    const kind = path.length > 0 ? undefined : effects.kindOf(call);
    return kind === 'send' || kind === 'store' || /^(process|run|handle|work)[A-Z]/.test(name) ? name : undefined;
  }

  /** What the callers of `later(work, hours)` in this file pass for the parameter. */
  function givenTo(callback: Node): Node[] {
    const definition = callback.type === 'Identifier' ? source.variableOf(callback)?.defs[0] : undefined;
    const fn = definition?.type === 'Parameter' ? (definition.node as Node) : undefined;
    if (!isFunction(fn)) return [];
    const index = fn.params.findIndex((parameter) => parameter === definition!.name);
    return reach
      .callersOf(fn)
      .slice(0, MOST_CALLERS)
      .flatMap(({ node }) => {
        const argument = node.arguments[index];
        // A parameter handed on is followed no further.
        return argument && argument.type !== 'SpreadElement' && values.functionsOf(argument).length > 0 ? [argument] : [];
      });
  }

  /** A call of another file that is given what this invocation has, or makes something; and a message that a bot sends later. */
  function plainWork(fn: FunctionNode): string | undefined {
    for (const { node, from } of effects.callsIn(fn)) {
      const isChained = from !== null && from !== fn && isLinkOf(from, fn);
      if ((from !== fn && !isChained) || node.type !== 'CallExpression') continue;
      const name = calleeName(node) ?? '';
      const { root } = dottedName(node.callee);
      const kind = effects.kindOf(node);
      if (BOT_MESSAGE.test(name) && kind === 'respond' && source.modules.some((module) => BOT_MODULE.test(module))) return nameOf(node);
      if (!(isThrownAway(node) || (isChained && isReturned(node))) || !isImported(root)) continue;
      const isGivenOwn = node.arguments.some((argument) => argument.type !== 'SpreadElement' && isOfInvocation(argument));
      if (
        kind === 'read'
          ? MAKING_VERBS.test(verbOf(name)) || (isGivenOwn && RENEWING_VERBS.test(verbOf(name)))
          : isGivenOwn && isDoneTo(kind, name)
      )
        return nameOf(node);
    }
    return undefined;
  }

  /** `prepareBrief(tenant)`, `closePoll(id)`: what is made ready is no set-up, and what ends is nothing of this process, where another file does it to what the request names. */
  function isDoneTo(kind: EffectKind, name: string): boolean {
    return (
      kind === 'unknown' ||
      kind === 'prepare' ||
      (kind === 'close' && ENDING_VERBS.test(verbOf(name)) && /[a-z][A-Z]/.test(name) && !OPEN_HERE.test(name))
    );
  }

  /** `Promise.resolve().then(() => greet(chat))`: a link of a chain that the function starts runs with it. */
  function isLinkOf(link: FunctionNode, fn: FunctionNode): boolean {
    const chain = outermost(link).parent;
    return chain?.type === 'CallExpression' && isPromiseMethod(calleeName(chain)) && source.functionOf(chain) === fn;
  }

  function isReturned(call: CallNode): boolean {
    return outermost(call).parent?.type === 'ReturnStatement';
  }

  function isThrownAway(call: CallNode): boolean {
    const end = endOfChain(call);
    const awaited = outermost(end).parent;
    const whole = awaited?.type === 'AwaitExpression' ? outermost(awaited) : outermost(end);
    return (
      whole.parent?.type === 'ExpressionStatement' || (whole.parent?.type === 'ArrowFunctionExpression' && whole.parent.body === whole)
    );
  }

  function isOfInvocation(argument: Node): boolean {
    const from = analysis.origins.of(argument);
    return from.has('request') || from.has('external');
  }

  /** An unknown call that shows a promise matters, unless what is known of its place speaks against it. */
  function isBusiness(call: CallNode): boolean {
    if (call.type !== 'CallExpression') return false;
    const kind = effects.kindOf(call);
    if (kind !== 'unknown' && kind !== 'local' && BENIGN_WORK.test(kind)) return false;
    const parent = outermost(call).parent;
    // `setTimeout(() => render(), 10)`: what an arrow returns is no evidence in a timer, which ignores it.
    if (parent?.type === 'ArrowFunctionExpression' && !parent.async)
      return (
        /^(process|handle|run|perform|execute|cancel|create|update|delete|remove|fail|finish|complete|start)$/.test(
          verbOf(nameOf(call).split('.').at(-1)!),
        ) && isImported(dottedName(call.callee).root)
      );
    return showsPromise(call);
  }

  function isImported(root: Node): boolean {
    if (root.type !== 'Identifier') return loadedModule(root) !== undefined;
    const variable = source.variableOf(root);
    if (variable?.defs[0]?.type === 'ImportBinding') return true;
    const declarator = variable?.defs[0]?.node as Node | undefined;
    return (
      declarator?.type === 'VariableDeclarator' &&
      declarator.init?.type === 'CallExpression' &&
      source.text.slice(...declarator.init.range).startsWith('require(')
    );
  }

  /** The name that the handle is kept under: `heartbeat` of `this.heartbeat = setInterval(…)`. */
  function targetName(call: CallNode): string {
    const parent = outermost(call).parent;
    if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
    if (parent?.type === 'AssignmentExpression') {
      const { root, path } = dottedName(parent.left);
      return path.at(-1) ?? (root.type === 'Identifier' ? root.name : '');
    }
    return '';
  }

  /** The handle lies in a local variable that is cleared outside the callback: a time limit, or the ticks of one open stream. */
  function isClearedByOwner(call: CallNode, callback: Node): boolean {
    let outer: Node = outermost(call);
    // `setInterval(…).unref()`
    if (outer.parent?.type === 'MemberExpression' && outer.parent.parent?.type === 'CallExpression') outer = outer.parent.parent;
    const parent = outer.parent;
    const target = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' ? parent.left : undefined;
    if (target?.type !== 'Identifier') return false;
    const variable = source.variableOf(target);
    if (!variable || source.isModuleLevel(variable)) return false;
    return variable.references.some(({ identifier }) => {
      const use = outermost(identifier as Node);
      const cleared =
        use.parent?.type === 'CallExpression' &&
        use.parent.arguments.includes(use as TSESTree.Expression) &&
        use.parent.callee.type === 'Identifier' &&
        /^clear(Timeout|Interval|Immediate)$/.test(use.parent.callee.name);
      return (cleared || use.parent?.type === 'ReturnStatement') && !isWithin(identifier as Node, callback);
    });
  }

  /** Set by the executor of a promise that the callback settles, or by a function that was handed the settling: whoever awaits the promise waits for the callback. */
  function settlesPromise(call: CallNode, callback: Node): boolean {
    for (let fn = source.functionOf(call); fn; fn = source.functionOf(fn)) {
      const handed = fn.params.flatMap((parameter) =>
        parameter.type === 'Identifier' && SETTLER.test(parameter.name) ? [parameter.name] : [],
      );
      if (handed.length > 0 && mentionsName(callback, handed)) return true;
      if (!isPromiseExecutor(fn)) continue;
      const settlers = fn.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : []));
      const bodies: Node[] = [callback, ...values.functionsOf(callback)];
      if (bodies.some((body) => mentionsName(body, settlers)) || isKeptWith(call, settlers)) return true;
    }
    return false;
  }

  /** `tasks.set(id, { resolve, reject, timer })`: the limit of a wait, kept beside what ends it. */
  function isKeptWith(call: CallNode, settlers: readonly string[]): boolean {
    const declarator = outermost(call).parent;
    if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
    return (source.variableOf(declarator.id)?.references ?? []).some(({ identifier }) => {
      const property = (identifier as Node).parent;
      return (
        property?.type === 'Property' &&
        property.parent.type === 'ObjectExpression' &&
        property.parent.properties.some(
          (other) => other.type === 'Property' && other.value.type === 'Identifier' && settlers.includes(other.value.name),
        )
      );
    });
  }

  function mentionsName(body: Node, names: readonly string[]): boolean {
    let found = false;
    walkSyntax(body, source.visitorKeys, (node) => {
      if (node.type === 'Identifier' && names.includes(node.name)) found = true;
      return !found;
    });
    return found;
  }
}

/** Engines that keep what a step has done, and run it again where it was interrupted. */
export function isDurablePlatform(platform: string | undefined): boolean {
  return platform === 'Inngest' || platform === 'Trigger.dev' || platform === 'Temporal';
}

/** Code of a Durable Object or an actor: its runtime keeps it as long as it has work. */
export function isInActor({ actorClasses }: Handlers, node: Node): boolean {
  if (actorClasses.size === 0) return false;
  for (let current: Node | undefined = node; current; current = current.parent) {
    if ((current.type === 'ClassDeclaration' || current.type === 'ClassExpression') && actorClasses.has(current)) return true;
  }
  return false;
}

/** Code of a component or hook, which a page runs, whatever else its file exports. */
export function isInComponent(node: Node): boolean {
  for (let current = node.parent; current; current = current.parent) {
    if (
      isFunction(current) &&
      /^([A-Z][a-z]|use[A-Z])/.test(functionName(current) ?? '') &&
      current.parent?.type !== 'MethodDefinition' &&
      current.parent?.type !== 'Property'
    )
      return true;
  }
  return false;
}

export function isWithin(node: Node, outer: Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];
}
