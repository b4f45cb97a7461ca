/**
 * Question: can detached work be handed to the platform, which then keeps the instance for it?
 *
 *     sendWelcome(account).catch(log);   →   ctx.waitUntil(sendWelcome(account).catch(log));
 *
 * It can where the platform has such a function, and the code at hand can name it: a parameter of the handler around, something that
 * the file has imported already, or `after` of Next.js, whose import is then added.
 */
import { calleeText, keyName, type FunctionNode } from '../analysis/ast.js';
import type { Handler } from '../analysis/handlers.js';
import type { FileAnalysis } from '../analysis/index.js';
import type { LaterWork } from '../analysis/timers/later-work.js';
import { importFor, importedLocally } from './imports.js';
import { lookUp } from './names.js';
import { HAS_AFTER, KEEPERS, WAIT_UNTIL_MODULES } from './platform-keepers.js';
import type { Edit, Suggestion } from './suggestion.js';
import { promiseOf } from './work-as-promise.js';

interface Reached {
  /** How the code calls it: `ctx.waitUntil`. */
  readonly callee: string;
  readonly edits: readonly Edit[];
}

export function handOverWork(analysis: FileAnalysis, later: LaterWork): Suggestion | undefined {
  const handler = handlerAround(analysis, later);
  const keeper = handler && (ofParameter(analysis, later, handler) ?? ofImport(analysis, later, handler));
  const promise = keeper && promiseOf(analysis, later);
  if (!keeper || promise === undefined) return undefined;
  return {
    data: { work: later.work, keeper: keeper.callee },
    edits: [...keeper.edits, { range: later.node.range, text: `${keeper.callee}(${promise})` }],
  };
}

/** The handler that the work stands in: what another function would need is not in its reach. */
function handlerAround({ source, handlers }: FileAnalysis, { node }: LaterWork): Handler | undefined {
  for (let fn: FunctionNode | null = source.functionOf(node); fn; fn = source.functionOf(fn)) {
    const handler = handlers.byFunction.get(fn);
    if (handler?.entry === 'platform') return handler;
  }
  return undefined;
}

function ofParameter({ source }: FileAnalysis, { node }: LaterWork, { fn, name, call, platform }: Handler): Reached | undefined {
  const registrar = call && calleeText(call);
  const own = fn.parent?.type === 'Property' ? keyName(fn.parent) : undefined;
  const keeper = KEEPERS.find(
    (candidate) =>
      candidate.platform === platform &&
      (candidate.files?.test(source.filename) ?? true) &&
      (candidate.registrars ? candidate.registrars.test(registrar ?? '') : registrar === undefined) &&
      (candidate.handlers?.test(own ?? name) ?? true),
  );
  const parameter = keeper && fn.params[keeper.parameter];
  if (parameter?.type === 'Identifier') return isSeen(parameter.name) ? { callee: `${parameter.name}.waitUntil`, edits: [] } : undefined;
  for (const property of parameter?.type === 'ObjectPattern' ? parameter.properties : []) {
    if (property.type !== 'Property' || keyName(property) !== 'waitUntil' || property.value.type !== 'Identifier') continue;
    return isSeen(property.value.name) ? { callee: property.value.name, edits: [] } : undefined;
  }
  return undefined;

  function isSeen(local: string): boolean {
    const variable = lookUp(source, local, node);
    return variable !== undefined && variable === source.functionScope(fn)?.set.get(local);
  }
}

function ofImport({ source }: FileAnalysis, { node }: LaterWork, { platform, trigger }: Handler): Reached | undefined {
  for (const module of WAIT_UNTIL_MODULES) {
    const local = importedLocally(source, { module, name: 'waitUntil' });
    if (local !== undefined && lookUp(source, local, node) === source.moduleScope.set.get(local)) return { callee: local, edits: [] };
  }
  // A server action stands in any file.
  if (platform !== 'Next.js' || !(trigger === 'rpc' || HAS_AFTER.test(source.filename))) return undefined;
  const after = importFor(source, { module: 'next/server', name: 'after' }, [node]);
  return after && { callee: after.local, edits: after.edits };
}
