/**
 * Question: does the role of a field show that its object outlives an invocation, though only other files make it?
 *
 *     export class Breaker { #failures = 0; #openedAt = 0; … if (Date.now() - this.#openedAt < 30_000) throw new Open(); }
 *
 * A breaker or a limit that began anew with each call would hold nobody back, so whoever makes one keeps it. A limit is known by
 * counts with times that are compared with now, a breaker by such a time beside a count or a state that decides. Of any other field
 * nothing is said: most classes are made for one piece of work.
 */
import { isFunction, type Node } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';
import { isOfAnotherProgram } from '../server-evidence.js';
import { isFrom } from './evidence.js';
import type { Facts } from './facts.js';
import type { Verdict } from './verdict.js';

export function dropUnlessLasting(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  let breakers: ReadonlySet<Node> | undefined;
  for (const [cell, { concern }] of verdicts) {
    if (!cell.madeElsewhere) continue;
    breakers ??= classesThatRest(facts, verdicts);
    const own = facts.get(cell);
    const isLasting = own !== undefined && ((concern === 'retry' && breakers.has(cell.madeElsewhere) && isDeciding(own)) || (concern === 'counter' && isDeciding(own) && own.reads.some((read) => isComparedWithNow(own, read))));
    if (!isLasting || isOfAnotherProgram(own.analysis)) verdicts.delete(cell);
  }
}

/** Classes that hold calls back by a time of an earlier one. */
function classesThatRest(facts: ReadonlyMap<Cell, Facts>, verdicts: ReadonlyMap<Cell, Verdict>): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const [cell, { concern }] of verdicts) {
    const own = facts.get(cell);
    if (cell.madeElsewhere && concern === 'retry' && own?.reads.some((read) => isComparedWithNow(own, read))) found.add(cell.madeElsewhere);
  }
  return found;
}

function isDeciding(own: Facts): boolean {
  return own.reads.some((read) => read.how === 'compare' || read.how === 'test' || isComparedWithNow(own, read));
}

function isComparedWithNow(own: Facts, { node }: Access): boolean {
  for (let current: Node | undefined = node; current && !isFunction(current) && !/Statement$/.test(current.type); current = current.parent) {
    if (current.type === 'BinaryExpression' && /^[<>]=?$/.test(current.operator)) return isFrom(own, current.left as Node, 'time') || isFrom(own, current.right, 'time');
  }
  return false;
}
