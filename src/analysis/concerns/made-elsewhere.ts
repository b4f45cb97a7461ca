/**
 * Question: does the role of a field show that its object outlives an invocation, though only other files make it?
 *
 *     export class Breaker { #failures = 0; #openedAt = 0; … if (Date.now() - this.#openedAt < 30_000) throw new Open(); }
 *     export class Mailer { #sending = false; async flush() { if (this.#sending) return; this.#sending = true; try { … } finally { this.#sending = false; } } }
 *
 * A breaker, a limit or a lock that began anew with each call would hold nobody back, so whoever makes one keeps it, and with it the queue
 * and the keys that lie beside it. A limit is known by counts with times that are compared with now, a breaker by such a time beside a count
 * or a state that decides, a lock by calls that it turns away. Of any other field nothing is said: most classes are made for one piece of
 * work.
 */
import { isAwaited, isFunction, type FunctionNode, type Node } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';
import { branchesOf, leaves } from '../guards.js';
import { hasServerEvidence, isOfAnotherProgram } from '../server-evidence.js';
import { isFrom, isLater } from './evidence.js';
import type { Facts } from './facts.js';
import type { Concern, Verdict } from './verdict.js';

/** What an object that is shared may keep beside its lock. */
const SHARED_BESIDE_LOCK: ReadonlySet<Concern> = new Set<Concern>(['lock', 'dedup', 'queue']);

export function dropUnlessLasting(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  let breakers: ReadonlySet<Node> | undefined;
  let locked: ReadonlySet<Node> | undefined;
  for (const [cell, { concern }] of verdicts) {
    if (!cell.madeElsewhere) continue;
    breakers ??= classesThatRest(facts, verdicts);
    locked ??= classesThatLock(facts, verdicts);
    const own = facts.get(cell);
    const isLasting =
      own !== undefined &&
      ((concern === 'retry' && breakers.has(cell.madeElsewhere) && isDeciding(own)) ||
        (concern === 'counter' && isDeciding(own) && own.reads.some((read) => isComparedWithNow(own, read))) ||
        (SHARED_BESIDE_LOCK.has(concern) && locked.has(cell.madeElsewhere)));
    if (!isLasting || isOfAnotherProgram(own.analysis)) verdicts.delete(cell);
  }
}

/** Classes of a server with a method that turns its caller away while another call of it is at work. */
function classesThatLock(facts: ReadonlyMap<Cell, Facts>, verdicts: ReadonlyMap<Cell, Verdict>): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const [cell, { concern, decisive }] of verdicts) {
    const own = facts.get(cell);
    if (
      cell.madeElsewhere &&
      concern === 'lock' &&
      own &&
      isMethod(decisive.fn) &&
      isHeldWhileWaiting(own, decisive) &&
      hasServerEvidence(own.analysis)
    )
      found.add(cell.madeElsewhere);
  }
  return found;
}

function isMethod(fn: FunctionNode | null): boolean {
  return fn?.parent?.type === 'MethodDefinition' || fn?.parent?.type === 'PropertyDefinition';
}

/** Tested, taken, waited with and given back by one function. */
function isHeldWhileWaiting({ writes, tests, calls, analysis }: Facts, taken: Access): boolean {
  const isHere = (node: Node): boolean => analysis.source.functionOf(node) === taken.fn;
  const isTurnedAway = tests.some((test) => isHere(test.holder) && isLater(taken.site, test.holder) && leaves(branchesOf(test).present));
  return (
    isTurnedAway &&
    writes.some(
      ({ site }) =>
        site !== taken.site &&
        isHere(site) &&
        isLater(site, taken.site) &&
        calls.within(taken.fn).some((call) => isAwaited(call) && isLater(call, taken.site) && isLater(site, call)),
    )
  );
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
  for (
    let current: Node | undefined = node;
    current && !isFunction(current) && !/Statement$/.test(current.type);
    current = current.parent
  ) {
    if (current.type === 'BinaryExpression' && /^[<>]=?$/.test(current.operator))
      return isFrom(own, current.left as Node, 'time') || isFrom(own, current.right, 'time');
  }
  return false;
}
