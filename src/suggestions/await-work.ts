/**
 * Question: can detached work be awaited where it starts?
 *
 *     sendWelcome(account).catch(log);     →   await sendWelcome(account).catch(log);
 *     devices.forEach(async (d) => …);     →   await Promise.all(devices.map(async (d) => …));
 */
import type { FileAnalysis } from '../analysis/index.js';
import type { LaterWork } from '../analysis/timers/later-work.js';
import type { Suggestion } from './suggestion.js';
import { canAwaitAt } from './waiting.js';
import { promiseOf } from './work-as-promise.js';

/** Work whose name says that no answer waits for it. */
const IN_BACKGROUND = /background/i;

export function awaitWork(analysis: FileAnalysis, later: LaterWork): Suggestion | undefined {
  if (!canAwaitAt(later.node) || IN_BACKGROUND.test(later.work)) return undefined;
  const promise = promiseOf(analysis, later);
  return promise === undefined ? undefined : { data: { work: later.work }, edits: [{ range: later.node.range, text: `await ${promise}` }] };
}
