/**
 * Question: is what a cell holds only there to be looked at by people?
 *
 *     class Logger { #recent = []; info(text) { … } warn(text) { … } error(text) { this.#recent.push(text); } }
 *
 * A logger keeps its latest lines beside writing them out; to lose them loses no truth. The same shape, the latest so many of a list, may
 * hold what people wrote to each other: there the name decides.
 */

import { isClass, keyName, type Node, outermost, unwrap } from '../ast.js';
import type { Access } from '../cells/index.js';
import { isLogged } from '../uses.js';
import { namesMetrics, namesLog, namesMeasurer } from '../vocabulary.js';
import { derivesFromSelf, isFrom } from './evidence.js';
import type { Facts } from './facts.js';
import { holdsCallersBack } from './refusals.js';
import type { Concern, Verdict } from './verdict.js';

const LOGGING = /^#?(trace|debug|info|warn|warning|error|fatal|verbose|critical)$/;

/** Kept by an object that logs, or filled by nothing but its functions. */
export function isOfLogger({ analysis, cell, writes }: Facts): boolean {
  if (isClass(cell.owner))
    return (
      new Set(
        cell.owner.body.body.flatMap((member) =>
          member.type === 'MethodDefinition' && LOGGING.test(keyName(member) ?? '') ? [keyName(member)] : [],
        ),
      ).size >= 3
    );
  const { reach } = analysis;
  // One handler of each write is known without a search for all of them.
  if (writes.some(({ fn }) => fn !== null && !namesLogging(reach.handlerOf(fn)?.name ?? 'log'))) return false;
  const callers = new Set(writes.flatMap(({ fn }) => (fn ? [...reach.handlersOf(fn)].map(({ name }) => name) : [])));
  return callers.size >= 2 && [...callers].every(namesLogging);
}

function namesLogging(name: string): boolean {
  return LOGGING.test(name) || name === 'log';
}

/**
 * `metrics.responseTimes`, `stats.lastReset`: a figure or a list of figures of the process. What is kept by key may be somebody's own:
 * `stats.set(player, …)`.
 */
export function isFigure(facts: Facts): boolean {
  const { cell, writes } = facts;
  if (
    (cell.container !== 'array' && cell.container !== 'scalar') ||
    writes.some((access) => access.kind === 'assign' && isFrom(facts, access.value, 'request'))
  )
    return false;
  const parts = cell.name.split('.');
  return parts.slice(0, -1).some(namesMetrics) || (cell.container === 'array' && namesMetrics(parts.at(-1)!));
}

const KEPT_AS_FIGURES: ReadonlySet<Concern> = new Set<Concern>(['counter', 'record', 'cache', 'progress', 'checkpoint', 'module-state']);

/**
 * `class ErrorTracker { #recent = new Map(); … }`, `metrics.get(name).push(milliseconds)`: what measures an instance, whatever shape it keeps
 * its figures in. Where somebody is refused by them they are no mere figures.
 */
export function isMeasurement(facts: Facts, { concern }: Verdict): boolean {
  const { cell, tests } = facts;
  // A list that is handed over is lost on the way, whatever is in it.
  if (!KEPT_AS_FIGURES.has(concern) && !(concern === 'queue' && cell.container === 'map')) return false;
  const isNamed =
    (isClass(cell.owner) && cell.owner.id !== null && namesMeasurer(cell.owner.id.name)) ||
    ((cell.container === 'map' || cell.container === 'object') && /^#?(metrics|telemetry|diagnostics)$/i.test(cell.name));
  return isNamed && !holdsCallersBack(tests);
}

/** `traces.push(trace); if (traces.length > 200) traces.shift();`: the latest lines of a log, whoever reads them. Text alone is lines in any case. */
export function isRingOfLogs(facts: Facts): boolean {
  const { cell, writes } = facts;
  if (cell.container !== 'array' || !namesLog(cell.name)) return false;
  const added = writes.filter((access) => access.kind === 'put');
  if (added.length > 0 && added.every(({ value }) => value !== undefined && unwrap(value).type === 'TemplateLiteral')) return true;
  const isNewestFirst = writes.some(({ method }) => method === 'unshift');
  const dropping = writes.filter(
    (access) =>
      access.method === (isNewestFirst ? 'pop' : 'shift') ||
      access.method === 'splice' ||
      (access.kind === 'assign' && derivesFromSelf(facts, access.value)),
  );
  return (
    dropping.length > 0 &&
    dropping.every(({ site }) => outermost(site).parent?.type === 'ExpressionStatement') &&
    facts.accesses.some(isSizeCompared)
  );
}

function isSizeCompared(access: Access): boolean {
  return (access.kind === 'size' || access.field === 'length') && access.how === 'compare';
}

/** `if (mayLog(key)) console.warn(…);`, where `mayLog` alone knows when a line was written last: lines are thinned out, nothing else. */
export function isGateOfLogs({ analysis, accesses, writes }: Facts): boolean {
  const gate = writes[0]?.fn;
  if (!gate || analysis.handlers.byFunction.get(gate)?.entry === 'platform' || !accesses.every(({ fn }) => fn === gate)) return false;
  const calls = analysis.reach.callersOf(gate);
  return (
    calls.length > 0 &&
    calls.every(({ node }) => {
      const test = outermost(node);
      return test.parent?.type === 'IfStatement' && test.parent.test === test && !test.parent.alternate && logsOnly(test.parent.consequent);
    })
  );
}

function logsOnly(branch: Node): boolean {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
  return (
    statements.length > 0 && statements.every((statement) => statement.type === 'ExpressionStatement' && isLogged(statement.expression))
  );
}
