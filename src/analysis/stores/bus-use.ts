/**
 * Question: do two invocations speak to each other through an emitter of this process?
 *
 *     POST: bus.emit('notification', n);      GET: bus.on('notification', send);      // they meet in one process only
 *
 * Knowingly missed: an emitter that is exported and used by other files alone.
 */
import { calleeName, calleeText, isClass, outermost, receiverOf, unwrap, type ClassNode, type FunctionNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Holder } from './lifetime.js';
import type { StoreUses } from './store-uses.js';

const EMITS = /^emit(Async)?$/;
const LISTENS = /^(on|once|addListener|prependListener|prependOnceListener|onAny|many|addEventListener)$/;
const LISTENING_NAME = /(iterable|iterator|listen|subscribe|stream|watch|^on[A-Z])/i;

export interface Bus {
  readonly emittedAt: Node;
  readonly heardAt: Node;
}

export function findBus(analysis: FileAnalysis, uses: StoreUses, holder: Holder, subclass: ClassNode | undefined): Bus | undefined {
  const { reach, source } = analysis;
  const emitted: { node: Node; fn: FunctionNode }[] = [];
  const heard: { node: Node; fn: FunctionNode }[] = [];
  for (const { method, call, fn } of uses.calls) {
    if (!fn || !isLater(fn)) continue;
    if (EMITS.test(method)) emitted.push({ node: call, fn });
    else if (LISTENS.test(method) || (subclass && LISTENING_NAME.test(method) && isOwnMethod(subclass, method)))
      heard.push({ node: call, fn });
  }
  // `on(bus, 'added')`, `once(bus, …)`, `EventEmitter.on(bus, …)` of node:events.
  for (const { node: call, from } of source.calls) {
    if (!from || !isLater(from) || !/^(on|once)$/.test(calleeName(call) ?? '') || call.arguments.length < 2) continue;
    if (standsFor(call.arguments[0]!) && !standsFor(receiverOf(call))) heard.push({ node: call, fn: from });
  }
  for (const emission of emitted) {
    const hearing = heard.find(({ fn }) => meetsOther(emission.fn, fn));
    if (hearing) return { emittedAt: emission.node, heardAt: hearing.node };
  }
  return undefined;

  function isLater(fn: FunctionNode): boolean {
    return reach.isInvocation(fn) || !reach.isLoadCalled(fn);
  }

  function standsFor(node: Node | undefined): boolean {
    const expression = node && unwrap(node);
    return (
      expression?.type === 'Identifier' &&
      holder.kind === 'variable' &&
      holder.path.length === 0 &&
      source.variableOf(expression) === holder.variable
    );
  }

  /** One handler that emits and listens may wait for itself; two handlers cannot know that they share a process. */
  function meetsOther(emitting: FunctionNode, listening: FunctionNode): boolean {
    const emitters = reach.handlersOf(emitting);
    const listeners = reach.handlersOf(listening);
    if (emitters.size === 0 || listeners.size === 0) return emitting !== listening;
    return [...emitters].some((emitter) => [...listeners].some((listener) => listener !== emitter));
  }
}

function isOwnMethod(node: ClassNode, name: string): boolean {
  return (
    isClass(node) &&
    node.body.body.some((member) => member.type === 'MethodDefinition' && member.key.type === 'Identifier' && member.key.name === name)
  );
}

/** Does the file send to sockets other than the one that speaks? `io.emit`, `io.to(room).emit`, `socket.broadcast.emit`. */
export function findBroadcast(analysis: FileAnalysis, uses: StoreUses): Node | undefined {
  for (const { method, call } of uses.calls) {
    if (/^(emit|send|write|serverSideEmit)$/.test(method)) return call;
    if (/^(to|in|of|except|local)$/.test(method)) {
      const sent = emitOn(call);
      if (sent) return sent;
    }
  }
  for (const { node } of analysis.source.calls) {
    if (calleeName(node) !== 'emit') continue;
    const text = calleeText(node) ?? '';
    const receiver = receiverOf(node);
    if (/\.broadcast\.emit$/.test(text)) return node;
    if (receiver?.type === 'CallExpression' && /^(to|in)$/.test(calleeName(receiver) ?? '')) return node;
  }
  return undefined;
}

function emitOn(call: Node): Node | undefined {
  let node = outermost(call);
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) {
    const outer = outermost(node.parent).parent;
    if (outer?.type !== 'CallExpression') return undefined;
    if (calleeName(outer) === 'emit') return outer;
    node = outermost(outer);
  }
  return undefined;
}
