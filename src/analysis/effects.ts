/**
 * Question: what does a call do to the world outside this process?
 *
 *     await prisma.order.update({ … })     → store   a durable write
 *     await fetch(url, { method: 'POST' }) → send    something leaves
 *     await listOrders()                   → read
 *     cache.delete(key)                    → memory
 *
 * A call is judged by what it is called on, by the SDK command or the SQL text that it is given, and last by the verb of its name. A
 * call of a function of this file is `local`: ask for the effect of that function, which looks through all that it calls. A verb that
 * no table holds is `unknown`: it counts as an effect only where the code itself shows a promise.
 *
 * Knowingly missed: effects behind imported functions whose names hide them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  calleeText,
  dottedName,
  isPromiseMethod,
  keyName,
  outermost,
  propertyName,
  propertyValue,
  receiverOf,
  stringValue,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import {
  API_CLIENT,
  FILE_METHODS,
  FILE_RECEIVER,
  HAND_OFF,
  HAND_OFF_COMMAND,
  HTTP_CLIENT,
  HTTP_READ,
  KIND_OF_VERB,
  KNOWN_CLOSE,
  KNOWN_READ,
  KNOWN_RUN,
  KNOWN_STEP,
  KNOWN_WRITE,
  LIVE_RECEIVER,
  MAKING_VERBS,
  MEMORY_METHODS,
  NOT_STORE_COMMAND,
  OBSERVE_NAME,
  OBSERVE_RECEIVER,
  PLAIN_GLOBALS,
  PROGRESS_KEY,
  PROGRESS_METHODS,
  PROGRESS_WRITER,
  QUEUE_NAME,
  READING_SQL,
  READ_COMMAND,
  RESPOND_NAME,
  RESPONSE_END,
  SHARED_STORE_METHODS,
  SQL_METHODS,
  STORE_COMMAND,
  STORE_METHODS,
  STORE_NAME,
  STORE_STEPS,
  STREAM_END,
  TASK_COMMAND,
  WORKFLOW_STEP,
  WRITING_NAME,
  WRITING_SQL,
} from './effect-words.js';
import { functionName } from './handlers.js';
import type { FileAnalysis } from './index.js';
import type { CallSite } from './source-index.js';
import type { KnownStore } from './store-clients.js';

export type EffectKind =
  /** A durable write in a store outside the process. */
  | 'store'
  /** Something leaves the process: a changing request, a message, a mail. */
  | 'send'
  | 'read'
  /** Waits, and does nothing else. */
  | 'pause'
  /** Logs, metrics, error reports. */
  | 'observe'
  /** Answers the request, settles a promise, writes to an open stream or socket. */
  | 'respond'
  /** Ends something of this process: a timer, a connection, a temporary file. */
  | 'close'
  /** Opens or warms something that later calls use. */
  | 'prepare'
  /** Changes a value in this process. */
  | 'memory'
  /** Runs a function of this file. */
  | 'local'
  | 'unknown';

export interface Effect {
  readonly call: Node;
  /** How a message calls it: `releaseSeat`, `prisma.order.update`. */
  readonly name: string;
  readonly kind: 'store' | 'send' | 'unknown';
}

export interface EffectReader {
  readonly kindOf: (call: CallNode) => EffectKind;
  /** The first effect of a function and of the functions of this file that it runs. */
  readonly effectOf: (fn: FunctionNode) => Effect | undefined;
  /** Calls in a function, those in the functions that stand in it included. */
  readonly callsIn: (fn: FunctionNode) => readonly CallSite[];
  /** Whether a call writes down how far the work has come. */
  readonly recordsProgress: (call: CallNode) => boolean;
  /** Whether a call hands its unit to a queue, which keeps what is still to be done. */
  readonly handsOver: (call: CallNode) => boolean;
  /** Whether a call changes the store that it reaches, as far as its names and its SQL say: the store itself may be known to another file only. */
  readonly changesStore: (call: CallNode) => boolean;
  /** Whether a tagged template is a statement that writes: sql`UPDATE …`. */
  readonly isWritingTemplate: (node: TSESTree.TaggedTemplateExpression) => boolean;
}

export function createEffectReader({
  source,
  reach,
  storeClients,
  reachesOwnStore,
}: Pick<FileAnalysis, 'source' | 'reach' | 'storeClients' | 'reachesOwnStore'>): EffectReader {
  let standing:
    | {
        readonly calls: ReadonlyMap<FunctionNode | null, readonly CallSite[]>;
        readonly functions: ReadonlyMap<FunctionNode | null, readonly FunctionNode[]>;
      }
    | undefined;
  const kinds = new Map<CallNode, EffectKind>();
  const effects = new Map<FunctionNode, Effect | undefined>();
  const allCalls = new Map<FunctionNode, CallSite[]>();

  const callsIn = (fn: FunctionNode): readonly CallSite[] => {
    let found = allCalls.get(fn);
    if (!found) {
      found = [];
      standing ??= { calls: groupBy(source.calls, ({ from }) => from), functions: groupBy(source.functions, source.functionOf) };
      const pending = [fn];
      for (let current = pending.pop(); current; current = pending.pop()) {
        for (const site of standing.calls.get(current) ?? []) found.push(site);
        for (const child of (standing.functions.get(current) ?? []).toReversed()) pending.push(child);
      }
      allCalls.set(fn, found);
    }
    return found;
  };

  const kindOf = (call: CallNode): EffectKind => {
    let kind = kinds.get(call);
    if (!kind) {
      kind = judge(call);
      kinds.set(call, kind);
    }
    return kind;
  };

  const judge = (call: CallNode): EffectKind => {
    const name = calleeName(call);
    const text = calleeText(call) ?? '';
    if (call.type === 'NewExpression') return 'memory';
    if (reach.calleesOf(call).length > 0) return 'local';
    if (name === undefined) return 'unknown';
    const promise = isPromiseMethod(name) ? receiverOf(call) : undefined;
    // What the callbacks do is found in them.
    if (promise) return promise.type === 'CallExpression' ? kindOf(promise) : 'memory';
    const command = commandName(call);
    if (command !== undefined) {
      if (READ_COMMAND.test(command)) return 'read';
      return STORE_COMMAND.test(command) && !NOT_STORE_COMMAND.test(command) ? 'store' : 'send';
    }
    const store = isOnAnswer(call) ? undefined : storeClients.targetOf(call)?.store;
    if (store) return ofStore(call, store);
    if (isObserving(name)) return 'observe';
    const receiver = receiverOf(call);
    if (!receiver) return ofBareCall(call, name);
    if (PROGRESS_METHODS.test(name)) return 'store';
    const sql = SQL_METHODS.test(name) ? sqlOf(call) : undefined;
    if (sql !== undefined) return WRITING_SQL.test(sql) ? 'store' : READING_SQL.test(sql) ? 'read' : 'unknown';
    const { root, path } = dottedName(receiver);
    const rootName = root.type === 'Identifier' ? root.name : undefined;
    const nearest = path.length > 0 ? path.at(-1) : rootName;
    if (rootName !== undefined && PLAIN_GLOBALS.test(rootName) && source.variableOf(root) === undefined) return 'memory';
    if ([rootName, ...path].some((part) => part !== undefined && OBSERVE_RECEIVER.test(part))) return 'observe';
    if (rootName !== undefined && HTTP_CLIENT.test(rootName) && source.variableOf(root)?.defs[0]?.type !== 'Parameter')
      return HTTP_READ.test(name) ? 'read' : 'send';
    if (rootName !== undefined && FILE_RECEIVER.test(rootName) && FILE_METHODS.test(name))
      return /^(unlink|rm|remove|emptyDir)/.test(name) ? 'close' : /^(read|stat|access|exists)/.test(name) ? 'read' : 'unknown';
    if (rootName !== undefined && path.length === 0 && API_CLIENT.test(rootName) && /^(get|head|post|put|patch)$/.test(name))
      return HTTP_READ.test(name) ? 'read' : 'send';
    if (name === 'cancel' && nearest !== undefined && STREAM_END.test(nearest)) return 'close';
    if (STORE_METHODS.test(name) && !isCollection(receiver)) return 'store';
    if (SHARED_STORE_METHODS.test(name) && isStore(receiver, rootName, path)) return 'store';
    if (/^(postMessage|postEphemeral)$/.test(name) && path.at(-1) === 'chat') return 'send';
    if (RESPOND_NAME.test(name) || /typing/i.test(name)) return 'respond';
    if (
      nearest !== undefined &&
      LIVE_RECEIVER.test(nearest) &&
      /^(send|write|close|end|json|status|text|enqueue|html|header|set|emit|publish|post|postMessage|error|flush|ping|terminate)\w*$/.test(
        name,
      )
    )
      return 'respond';
    if (text.startsWith('Promise.')) return 'memory';
    if (MEMORY_METHODS.test(name)) return isStore(receiver, rootName, path) ? 'read' : 'memory';
    return kindOfName(name) ?? 'unknown';
  };

  /** A known store: a chain writes where one of its links does, and where none reads, opens, closes or leads to a part of the store. */
  const ofStore = (call: CallNode, { kind: storeKind }: KnownStore): EffectKind => {
    const last = ofLink(call);
    if (last === 'pause' || (last !== 'store' && last !== 'read' && !reachesOwnStore(call) && storeClients.isConstruction(call)))
      return last ?? 'prepare';
    let isRead = last === 'read';
    let isWritten = last === 'store';
    for (let link = receiverOf(call); link?.type === 'CallExpression' && !isWritten; link = receiverOf(link)) {
      const kind = ofLink(link);
      isWritten = kind === 'store';
      isRead ||= kind === 'read';
    }
    if (!isWritten && isRead) return 'read';
    if (!isWritten && last !== undefined) return last;
    return storeKind === 'message system' || storeKind === 'workflow store' ? 'send' : 'store';
  };

  /** What one link of a chain says by itself: `find` of `orders.find(query).newestFirst()`. */
  const ofLink = (link: CallNode): EffectKind | undefined => {
    const name = calleeName(link) ?? '';
    const sql = SQL_METHODS.test(name) ? sqlOf(link) : undefined;
    if (sql !== undefined) return READING_SQL.test(sql) && !WRITING_SQL.test(sql) ? 'read' : 'store';
    if (KNOWN_STEP.test(name)) return 'prepare';
    if (KNOWN_READ.test(name)) return 'read';
    if (KNOWN_RUN.test(name)) return undefined;
    if (KNOWN_CLOSE.test(name)) return 'close';
    if (STORE_METHODS.test(name) || SHARED_STORE_METHODS.test(name) || KNOWN_WRITE.test(name)) return 'store';
    const kind = kindOfName(name);
    if (kind === 'send') return 'store';
    return kind === 'read' || kind === 'prepare' || kind === 'pause' || kind === 'store' ? kind : undefined;
  };

  /** `(await orders.find(query)).map(…)`: what a store answered is data. */
  const isOnAnswer = (call: CallNode): boolean => {
    let receiver = receiverOf(call);
    while (receiver?.type === 'CallExpression' || receiver?.type === 'MemberExpression')
      receiver = receiver.type === 'CallExpression' ? receiverOf(receiver) : unwrap(receiver.object);
    return receiver?.type === 'AwaitExpression';
  };

  /** The command that is sent, also where it was made a line before. */
  const sentCommand = (call: CallNode): TSESTree.NewExpression | undefined => {
    const first = call.arguments[0];
    if (!first || first.type === 'SpreadElement') return undefined;
    const definition =
      first.type === 'Identifier' && calleeName(call) === 'send'
        ? (source.variableOf(first)?.defs[0]?.node as Node | undefined)
        : undefined;
    const made = unwrap((definition?.type === 'VariableDeclarator' && definition.init) || first);
    return made.type === 'NewExpression' && calleeName(made)?.endsWith('Command') ? made : undefined;
  };
  const commandName = (call: CallNode): string | undefined => {
    const command = sentCommand(call);
    return command && calleeName(command);
  };

  const ofBareCall = (call: CallNode, name: string): EffectKind => {
    if (name === 'fetch' || name === '$fetch' || name === 'ofetch') return isReadingRequest(call.arguments[1]) ? 'read' : 'send';
    if (name === 'axios' || name === 'got' || name === 'ky')
      return isReadingRequest(call.arguments[name === 'axios' ? 0 : 1]) ? 'read' : 'send';
    if (/^(clearTimeout|clearInterval|clearImmediate)$/.test(name)) return 'close';
    if (PLAIN_GLOBALS.test(name)) return 'memory';
    if (RESPOND_NAME.test(name)) return 'respond';
    if (kindOfName(name) === 'send' && isLiveEnd(call.arguments[0])) return 'respond';
    if (/^set[A-Z]/.test(name) && !PROGRESS_WRITER.test(name)) return 'memory';
    if (/^\w*(Progress|Heartbeat)$/.test(name) && PROGRESS_WRITER.test(name)) return 'store';
    return kindOfName(name) ?? 'unknown';
  };

  /** `sendError(responseStream, 500)`, `writeRow(job.res, row)`: goes to whoever is connected. */
  const isLiveEnd = (argument: TSESTree.CallExpressionArgument | undefined): boolean => {
    if (!argument || argument.type === 'SpreadElement') return false;
    const { root, path } = dottedName(argument);
    const name = path.at(-1) ?? (root.type === 'Identifier' ? root.name : undefined);
    return name !== undefined && RESPONSE_END.test(name);
  };

  const isStore = (receiver: Node, rootName: string | undefined, path: readonly (string | undefined)[]): boolean => {
    if (isCollection(receiver)) return false;
    if ([rootName, ...path].some((part) => part !== undefined && STORE_NAME.test(part))) return true;
    // `env.LINKS.put(…)`, and a model with a capital: `Order.create(…)`.
    if (path.some((part) => part !== undefined && /^[A-Z][A-Z0-9_]+$/.test(part))) return true;
    if (rootName !== undefined && path.length === 0 && /^[A-Z][a-z]+\w*$/.test(rootName) && isImported(receiver)) return true;
    for (let node: Node = receiver; ;) {
      const step = unwrap(node);
      if (step.type === 'CallExpression') {
        const name = calleeName(step) ?? '';
        if (STORE_STEPS.test(name) && calleeText(step) !== 'Array.from' && calleeText(step) !== 'Buffer.from') return true;
        const next = receiverOf(step);
        if (!next)
          return (
            STORE_NAME.test(name) ||
            /^(get|use|make|create)(Db|DB|Database|Prisma|Redis|Firestore|Supabase\w*|Pool|Store|Connection|Client|Kv|Collection)/.test(
              name,
            )
          );
        node = next;
      } else if (step.type === 'MemberExpression') {
        node = step.object;
      } else if (step.type === 'AwaitExpression') {
        node = step.argument;
      } else {
        return step.type === 'Identifier' && STORE_NAME.test(step.name);
      }
    }
  };

  const isImported = (node: Node): boolean => {
    const variable = source.variableOf(node);
    return variable?.defs[0]?.type === 'ImportBinding' || /\brequire\b/.test(initText(variable?.defs[0]?.node as Node | undefined));
  };
  const initText = (node: Node | undefined): string =>
    node?.type === 'VariableDeclarator' && node.init ? source.text.slice(...node.init.range).slice(0, 60) : '';

  /** A map, set or list of this process. */
  const isCollection = (node: Node): boolean => {
    const inner = unwrap(node);
    if (inner.type === 'ArrayExpression' || inner.type === 'ObjectExpression') return true;
    if (inner.type === 'NewExpression')
      return /^(Map|Set|WeakMap|WeakSet|Array|URLSearchParams|FormData|Headers|URL)$/.test(calleeText(inner) ?? '');
    if (inner.type !== 'Identifier') return false;
    const definition = source.variableOf(inner)?.defs[0]?.node as Node | undefined;
    if (definition?.type !== 'VariableDeclarator' || !definition.init) return false;
    const init = unwrap(definition.init);
    const made = init.type === 'LogicalExpression' ? unwrap(init.right) : init;
    return made.type !== 'Identifier' && isCollection(made);
  };

  const effectOf = (fn: FunctionNode): Effect | undefined => {
    if (effects.has(fn)) return effects.get(fn);
    effects.set(fn, undefined); // cuts cycles
    let found: Effect | undefined;
    for (const { node } of callsIn(fn)) {
      const effect = effectOfCall(node);
      if (effect && (!found || (found.kind === 'unknown' && effect.kind !== 'unknown'))) found = effect;
    }
    effects.set(fn, found);
    return found;
  };

  const effectOfCall = (call: CallNode): Effect | undefined => {
    const kind = kindOf(call);
    if (kind === 'store' || kind === 'send') return { call, kind, name: nameOf(call) };
    if (kind === 'local') {
      for (const callee of reach.calleesOf(call)) {
        const effect = effectOf(callee);
        if (effect) return { call, kind: effect.kind, name: functionName(callee) ?? effect.name };
      }
      return undefined;
    }
    if (kind === 'read' && MAKING_VERBS.test(verbOf(calleeName(call) ?? '')) && isResultUnused(call))
      return { call, kind: 'unknown', name: nameOf(call) };
    return kind === 'unknown' && showsPromise(call) ? { call, kind, name: nameOf(call) } : undefined;
  };

  const recordsProgress = (call: CallNode): boolean => {
    const name = calleeName(call) ?? '';
    const text = calleeText(call) ?? '';
    if (isWorkflowStep(call, text) || PROGRESS_METHODS.test(name)) return true;
    const command = commandName(call);
    if (command && TASK_COMMAND.test(command)) return true;
    const kind = kindOf(call);
    if (kind === 'observe' || kind === 'memory' || kind === 'read' || kind === 'local') return false;
    if (PROGRESS_WRITER.test(name) && !receiverIsObserver(call)) return true;
    if (kind !== 'store' && command === undefined && !(kind === 'unknown' && WRITING_NAME.test(name) && showsPromise(call))) return false;
    return PROGRESS_KEY.test(argumentText(call));
  };
  /** `step.run(…)` of an engine: `step` is what the engine hands over, not an element of a list. */
  const isWorkflowStep = (call: CallNode, text: string): boolean => {
    if (!WORKFLOW_STEP.test(text)) return false;
    const { root } = dottedName(call.callee);
    const definition = source.variableOf(root)?.defs[0];
    return definition === undefined || definition.type === 'Parameter' || definition.type === 'ImportBinding';
  };
  const receiverIsObserver = (call: CallNode): boolean => {
    const receiver = receiverOf(call);
    if (!receiver) return false;
    const { root, path } = dottedName(receiver);
    return [root.type === 'Identifier' ? root.name : undefined, ...path].some((part) => part !== undefined && OBSERVE_RECEIVER.test(part));
  };

  /** The source of the arguments and of the chain that they complete: `.update({…}).eq(…)` is called on what it says. */
  const argumentText = (call: CallNode): string => {
    const parts = call.arguments.map((argument) => {
      const inner = unwrap(argument.type === 'SpreadElement' ? argument.argument : argument);
      const literal = inner.type === 'Identifier' ? constantInit(inner) : undefined;
      return source.text.slice(...(literal ?? inner).range);
    });
    const receiver = receiverOf(call);
    if (receiver?.type === 'CallExpression') parts.push(source.text.slice(...receiver.range));
    return `${parts.join(', ')},`;
  };
  const constantInit = (node: Node): Node | undefined => {
    const definition = source.variableOf(node)?.defs[0]?.node as Node | undefined;
    return definition?.type === 'VariableDeclarator' &&
      definition.init &&
      /^(ObjectExpression|TemplateLiteral|Literal|ArrayExpression)$/.test(definition.init.type)
      ? definition.init
      : undefined;
  };

  return {
    kindOf,
    effectOf,
    callsIn,
    recordsProgress,
    changesStore: (call) => {
      const command = sentCommand(call);
      const sql = command && sqlOf(command);
      if (sql !== undefined) return WRITING_SQL.test(sql);
      if (command) return STORE_COMMAND.test(calleeName(command)!) && !NOT_STORE_COMMAND.test(calleeName(command)!);
      for (let link: Node | undefined = call; link?.type === 'CallExpression'; link = receiverOf(link))
        if (ofLink(link) === 'store') return true;
      return false;
    },
    handsOver: (call) => {
      const command = commandName(call);
      if (command !== undefined) return HAND_OFF_COMMAND.test(command);
      const receiver = receiverOf(call);
      const owner = receiver ? dottedName(receiver) : undefined;
      const ownerName = owner ? (owner.path.at(-1) ?? (owner.root.type === 'Identifier' ? owner.root.name : '')) : '';
      return (
        HAND_OFF.test(calleeName(call) ?? '') || (/^(add|send|publish|push)$/.test(calleeName(call) ?? '') && QUEUE_NAME.test(ownerName))
      );
    },
    isWritingTemplate: (node) => WRITING_SQL.test(node.quasi.quasis.map(({ value }) => value.raw).join(' ? ')),
  };

  function sqlOf(call: CallNode): string | undefined {
    const first = call.arguments[0];
    if (!first) return undefined;
    let inner = unwrap(first.type === 'SpreadElement' ? first.argument : first);
    if (inner.type === 'Identifier') inner = constantInit(inner) ?? inner;
    if (inner.type === 'ObjectExpression')
      inner = propertyValue(inner, 'text') ?? propertyValue(inner, 'sql') ?? propertyValue(inner, 'Statement') ?? inner;
    if (inner.type === 'TaggedTemplateExpression') inner = inner.quasi;
    if (inner.type === 'TemplateLiteral') return inner.quasis.map(({ value }) => value.raw).join(' ? ');
    const text = stringValue(inner);
    return text !== undefined && (WRITING_SQL.test(text) || READING_SQL.test(text)) ? text : undefined;
  }
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export function isObserving(name: string): boolean {
  return OBSERVE_NAME.test(name) && !PROGRESS_WRITER.test(name);
}

/** What the verbs of a name say: `checkAndNotify` notifies. */
function kindOfName(name: string): EffectKind | undefined {
  const first = KIND_OF_VERB.get(verbOf(name));
  const second = /And([A-Z][a-z]+)/.exec(name)?.[1];
  const kind = second === undefined ? undefined : KIND_OF_VERB.get(second.toLowerCase());
  return kind === 'store' || kind === 'send' ? kind : first;
}

/** The first word of a name: `sendWelcome` → `send`, `send_mail` → `send`, `#flush` → `flush`. */
export function verbOf(name: string): string {
  return (/^[#_$]*([a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*)/.exec(name)?.[1] ?? name).toLowerCase();
}

export function nameOf(call: CallNode): string {
  const receiver = receiverOf(call);
  if (calleeName(call) === 'promise' && receiver?.type === 'CallExpression') return nameOf(receiver); // the AWS SDK, version 2
  const text = calleeText(call);
  if (text !== undefined && !text.startsWith('.')) return text;
  // `supabase.from('orders').update({ … }).eq('id', id)`: what it does stands in the middle.
  for (let link: Node | undefined = call; link?.type === 'CallExpression'; link = receiverOf(link)) {
    const name = calleeName(link);
    if (name !== undefined && WRITING_NAME.test(name)) return name;
  }
  return calleeName(call) ?? 'the work';
}

/** `SendEmailCommand` of `client.send(new SendEmailCommand(…))`. */
export function commandOf(call: CallNode): string | undefined {
  const first = call.arguments[0];
  if (!first || first.type === 'SpreadElement') return undefined;
  const command = unwrap(first);
  if (command.type !== 'NewExpression') return undefined;
  const name = calleeName(command);
  return name?.endsWith('Command') ? name : undefined;
}

/** Whether the code treats what the call returns as a promise: awaited, returned, chained, or thrown away with `void`. */
export function showsPromise(call: CallNode): boolean {
  const outer = outermost(call);
  const parent = outer.parent;
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ReturnStatement':
    case 'YieldExpression':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body === outer;
    case 'UnaryExpression':
      return parent.operator === 'void';
    case 'MemberExpression':
      return parent.object === outer && isChained(parent);
    default:
      return false;
  }
}

function isResultUnused(call: CallNode): boolean {
  const awaited = outermost(call).parent;
  return awaited?.type === 'AwaitExpression' && outermost(awaited).parent?.type === 'ExpressionStatement';
}

/** `.then` of `load().then(show)`. */
export function isChained(member: TSESTree.MemberExpression): boolean {
  return isPromiseMethod(propertyName(member)) && outermost(member).parent?.type === 'CallExpression';
}

/** A request without a changing method. */
function isReadingRequest(options: Node | undefined): boolean {
  if (!options) return true;
  const inner = unwrap(options);
  if (inner.type !== 'ObjectExpression') return inner.type !== 'Identifier';
  const method = propertyValue(inner, 'method');
  if (method) return /^(get|head|options)$/i.test(stringValue(method) ?? 'post');
  return !inner.properties.some((property) => property.type === 'Property' && /^(body|data)$/.test(keyName(property) ?? ''));
}
