/**
 * Question: which work does this file put off in the process: by a timer, or by a promise that nobody waits for?
 */
import { GLOBAL_OBJECTS, isFunction, isPromiseExecutor, type Node } from '../ast.js';
import { createEffectReader } from '../effects.js';
import type { FirstLook } from '../first-look/first-look.js';
import type { FileAnalysis } from '../index.js';
import { findDetachedWork, mayDetachWork } from './detached-work.js';
import { hasServerEvidence } from '../server-evidence.js';
import { findTimers } from './timers.js';

export interface LaterWork {
  readonly node: Node;
  /** The timer's name; `undefined` for a promise. */
  readonly timer: string | undefined;
  /** A timer; a promise; or a loop over asynchronous callbacks, whose promises are thrown away. */
  readonly form: 'timer' | 'promise' | 'loop';
  readonly work: string;
  /** Whether more is left behind inside it. */
  readonly hasParts: boolean;
  /** `handler → tryAgainLater, line 6`. */
  readonly where: string;
}

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const TIMER_HOLDERS = [...GLOBAL_OBJECTS, 'process'];
const NAMES_TIMER = /\b(?:set(?:Timeout|Interval|Immediate)|nextTick)\b/;

/** Whether `findLaterWork` may find anything, to be asked before it: most files name no timer and throw no promise away. */
export function mayWorkLater(look: FirstLook): boolean {
  return namesTimer(look) || mayDetachWork(look);
}

export function findLaterWork(analysis: FileAnalysis): LaterWork[] {
  if (analysis.surroundings !== 'server' || !hasServerEvidence(analysis)) return [];
  const { reach } = analysis;
  const effects = createEffectReader(analysis);
  const timers = findTimers(analysis, effects).map(({ node, timer, work, from }) => ({
    node,
    timer,
    form: 'timer' as const,
    work,
    hasParts: false,
    from,
  }));
  const promises = findDetachedWork(analysis, effects).map(({ node, form, work, hasParts = false, from }) => ({
    node,
    timer: undefined,
    form,
    work,
    hasParts,
    from,
  }));
  return [...timers, ...promises]
    .sort((a, b) => a.node.range[0] - b.node.range[0])
    .map(({ from, ...later }) => {
      const chain = from === null ? [] : reach.chainTo(from);
      const place = from === null ? 'while the module loads' : chain.join(' → ');
      return { ...later, where: [place, `line ${later.node.loc.start.line}`].filter((part) => part !== '').join(', ') };
    });
}

/** `new Promise((resolve) => setTimeout(resolve, 500))`: its end is all that it does. */
function isSleep(timer: Node): boolean {
  const call = timer.parent;
  if (call?.type !== 'CallExpression' || call.callee !== timer) return false;
  const executor = call.parent.type === 'ExpressionStatement' ? call.parent.parent.parent : call.parent;
  if (!isFunction(executor) || !isPromiseExecutor(executor)) return false;
  const [first] = call.arguments;
  const [resolve] = executor.params;
  return first?.type === 'Identifier' && resolve?.type === 'Identifier' && resolve.name === first.name;
}

function namesTimer(look: FirstLook): boolean {
  if (TIMERS.some((name) => look.globalReferences(name).some(({ identifier }) => !isSleep(identifier as Node)))) return true;
  const mayHold =
    look.modules.some((name) => name === 'timers' || name === 'node:timers') ||
    TIMER_HOLDERS.some((name) => look.globalReferences(name).length > 0);
  return mayHold && NAMES_TIMER.test(look.text);
}
