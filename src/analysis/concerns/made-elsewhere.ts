/**
 * Question: does the role of a field show that its object outlives an invocation, though only other files make it?
 *
 *     export class Breaker { #failures = 0; #openedAt = 0; … if (Date.now() - this.#openedAt < 30_000) throw new Open(); }
 *
 * A breaker or a limit that began anew with each call would hold nobody back, so whoever makes one keeps it. It is known by a count or
 * a state that decides, beside times of earlier calls that are compared with now. Of any other field nothing is said: most classes are
 * made for one piece of work.
 */
import type { Node } from '../ast.js';
import type { Cell } from '../cells/index.js';
import { isOfAnotherProgram } from '../server-evidence.js';
import { isTimeCompared } from './evidence.js';
import type { Facts } from './facts.js';
import type { Verdict } from './verdict.js';

export function dropUnlessLasting(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  let lasting: ReadonlySet<Node> | undefined;
  for (const [cell, { concern }] of verdicts) {
    if (!cell.madeElsewhere) continue;
    lasting ??= classesThatRememberTimes(facts);
    const own = facts.get(cell);
    if (!own || !lasting.has(cell.madeElsewhere) || !(concern === 'retry' || concern === 'counter') || !isDeciding(own) || isOfAnotherProgram(own.analysis)) verdicts.delete(cell);
  }
}

function classesThatRememberTimes(facts: ReadonlyMap<Cell, Facts>): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const [cell, own] of facts) {
    if (cell.madeElsewhere && !found.has(cell.madeElsewhere) && own.reads.some((read) => isTimeCompared(own, read))) found.add(cell.madeElsewhere);
  }
  return found;
}

function isDeciding(own: Facts): boolean {
  return own.reads.some((read) => read.how === 'compare' || read.how === 'test' || (read.how !== 'log' && isTimeCompared(own, read)));
}
