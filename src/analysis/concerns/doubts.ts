/**
 * Question: how much must the facts show where no handler is in sight?
 *
 *     sessions.set(session.id, session)        // somebody's own: said of any library
 *     strategies.set(kind, strategy)           // a table of the program as often as not: said where a handler fills it
 *
 * A file whose handlers are elsewhere is a library of some handler, or of a page, a tool, a build. The shapes are the same there. What
 * tells a server's state is whose it is: it is kept for somebody or something that its callers name, it grows by what they say, or it
 * is found again by what they ask for. The less a file shows of a server, the more of that is asked; what falls short is reported in
 * `strict` only.
 *
 * | verdict | evidence of a server | none |
 * |---|---|---|
 * | no other role | a list put into another order | the same |
 * | record, by key | kept for somebody, or changed by what callers say | the same |
 * | record, in a list | what callers gave | the same, and no ring of the latest unless it is searched |
 * | counter, one number | somebody is held back by it, it goes to a store, or it numbers what is kept here | the same |
 * | counter, by key | any | any |
 */
import { isAwaited, type Node, unwrap } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';
import { branchesOf, contains, leaves } from '../guards.js';
import { isRequestParameter } from '../handlers.js';
import type { FileAnalysis } from '../index.js';
import { hasServerEvidence } from '../server-evidence.js';
import { namesIdentity, namesParty, namesPerson } from '../vocabulary.js';
import { isComparedWithLimit } from './counts.js';
import { argumentsFor, identifiersIn, isFrom, isTimeCompared, localDefinition, objectFields, textOf } from './evidence.js';
import type { Facts } from './facts.js';
import { answers } from './refusals.js';
import type { Verdict } from './verdict.js';

export function doubtWithoutHandlers(analysis: FileAnalysis, facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  if (verdicts.size === 0 || analysis.handlers.hasPlatformHandler) return;
  const isServer = hasServerEvidence(analysis);
  const numbers: Cell[] = [];
  for (const [cell, found] of verdicts) {
    if (found.concern === 'counter' && cell.container === 'scalar') numbers.push(cell);
    else if (isDoubtful(facts.get(cell)!, found, isServer)) verdicts.set(cell, { ...found, strictOnly: true });
  }
  const isKeeping = [...verdicts].some(([cell, { strictOnly }]) => !strictOnly && cell.container !== 'scalar');
  for (const cell of numbers)
    if (!isKeeping && !isReliedOn(facts.get(cell)!)) verdicts.set(cell, { ...verdicts.get(cell)!, strictOnly: true });
}

function isDoubtful(facts: Facts, { concern, detail }: Verdict, isServer: boolean): boolean {
  const { cell } = facts;
  // As often a switch of a library, a degraded mode or a setting: one in six was right, in some thousand labelled places.
  if (concern === 'module-state') return cell.container !== 'array';
  if (concern !== 'record' || detail !== undefined) return false;
  switch (cell.container) {
    case 'array':
      return !isGivenByCallers(facts) || (!isServer && isRing(facts) && !isFoundAgain(facts) && !isKeptForSomebody(facts));
    case 'set':
      return !isGivenByCallers(facts);
    default:
      return !isKeptForSomebody(facts) && !isChangedByCallers(facts);
  }
}

/** Under an id, a person, a party or a key that was made up here; under what callers also take away; or for a time. */
function isKeptForSomebody(facts: Facts): boolean {
  const { cell, writes, reads } = facts;
  if (namesPerson([cell.name]) || namesParty([cell.name]) || isOfRequest(facts) || isTurningAway(facts)) return true;
  if (writes.some(({ key }) => isFrom(facts, key, 'fresh') || (isFrom(facts, key, 'caller') && namesOneOfMany(facts, key!)))) return true;
  if (writes.some(({ kind, key }) => kind === 'remove' && isFrom(facts, key, 'caller'))) return true;
  return (
    writes.some(({ value }) => isFrom(facts, value, 'time')) &&
    reads.some((access) => access.how === 'compare' && isTimeCompared(facts, access))
  );
}

/** `if (runs.has(kind)) return { started: false };`: who comes second is told so, and not what is kept. */
function isTurningAway({ accesses, tests }: Facts): boolean {
  return tests.some((test) => {
    const { present } = branchesOf(test);
    return test.access.kind === 'has' && leaves(present) && answers(present) && !accesses.some(({ node }) => contains(present, node));
  });
}

/** A function writes that takes a request or answers with a status, whoever calls it. */
function isOfRequest(facts: Facts): boolean {
  const { source, values } = facts.analysis;
  return facts.writes.some(({ key, value, fn }) => {
    if (isFrom(facts, key, 'request') || isFrom(facts, value, 'request')) return true;
    return (
      fn !== null &&
      (fn.params.some((parameter) => isRequestParameter(parameter, source)) ||
        values.returnsOf(fn).some((answer) => objectFields(answer).includes('statusCode')))
    );
  });
}

function namesOneOfMany(facts: Facts, key: Node): boolean {
  const behind = identifiersIn(facts, key).flatMap((identifier) =>
    [localDefinition(facts, identifier) ?? [], argumentsFor(facts, identifier)].flat(),
  );
  return [key, ...behind].some((node) => namesIdentity(textOf(facts, node)));
}

function isGivenByCallers(facts: Facts): boolean {
  return facts.writes.some(({ value }) => isFrom(facts, value, 'caller', 'request', 'fresh', 'external'));
}

/** `quays.get(quay).push(ship)`, `payer.balance -= amount`: more than a part that was put in its place once. */
function isChangedByCallers(facts: Facts): boolean {
  return facts.writes.some(
    ({ kind, depth, value }) => (kind === 'change' || kind === 'update') && depth > 0 && isFrom(facts, value, 'caller'),
  );
}

/** The oldest make room for the latest. */
function isRing({ writes }: Facts): boolean {
  return writes.some(
    ({ kind, method, site }) =>
      method === 'shift' ||
      method === 'splice' ||
      method === 'pop' ||
      (kind === 'assign' && site.type === 'AssignmentExpression' && unwrap(site.right).type === 'CallExpression'),
  );
}

/** `orders.find((order) => order.id === id)`. */
function isFoundAgain(facts: Facts): boolean {
  return facts.reads.some(
    (access) => access.depth > 0 && access.how === 'compare' && isFrom(facts, comparedWith(access), 'caller', 'request'),
  );
}

function comparedWith({ node }: Access): Node | undefined {
  const comparison = node.parent;
  if (comparison?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(comparison.operator)) return undefined;
  return comparison.left === node ? comparison.right : (comparison.left as Node);
}

/** Compared with a limit, or handed to an awaited call: a number that somebody relies on. */
function isReliedOn(facts: Facts): boolean {
  if (facts.accesses.some((access) => isComparedWithLimit(facts, access))) return true;
  const writers = new Set(facts.writes.map(({ site }) => facts.calls.holderOf(site)));
  return [...writers].some(
    (fn) =>
      fn !== null &&
      facts.calls.within(fn).some((call) => isAwaited(call) && call.arguments.some((argument) => isMadeOfNumber(facts, argument))),
  );
}

/** The number itself, or what is made with it in the same function. */
function isMadeOfNumber(facts: Facts, argument: Node, depth = 3): boolean {
  if (facts.accesses.some(({ node }) => contains(argument, node))) return true;
  return (
    depth > 0 &&
    identifiersIn(facts, argument).some((identifier) => {
      const definition = localDefinition(facts, identifier);
      return definition !== undefined && isMadeOfNumber(facts, definition, depth - 1);
    })
  );
}
