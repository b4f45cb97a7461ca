/**
 * Question: what is a cell used for, and is it a hazard?
 *
 * The decision table of `docs/how-it-works.md`, top to bottom: the benign shapes first, then the concerns from the most particular
 * structure to the least. Names only break ties. `undefined` is the answer for what is benign and for what is not understood:
 * silence beats a guess.
 */

import type { Cell } from '../cells/index.js';
import type { FileAnalysis } from '../index.js';
import { classifyCollection } from './collections.js';
import { addBreakerSiblings, addRegistries } from './counts.js';
import { doubtWithoutHandlers } from './doubts.js';
import { isDrained, isEmptying, isKeyed, isOnlyLogged, isOwnStep } from './evidence.js';
import { collectFacts, type Facts, indexCalls } from './facts.js';
import { classifyInstance, classifySharedHeaders } from './instances.js';
import { dropConnectionState } from './live-connections.js';
import { isBehindLease } from './locks.js';
import { dropUnlessLasting } from './made-elsewhere.js';
import { isFigure, isGateOfLogs, isMeasurement } from './observations.js';
import { addPartsOfJobs, addTotals } from './progress.js';
import { classifyScalar } from './scalars.js';
import { dropFilledOnce } from './start-up.js';
import type { Verdict } from './verdict.js';

export type { Concern, Detail, Verdict } from './verdict.js';

export function classifyCells(analysis: FileAnalysis, cells: readonly Cell[]): Map<Cell, Verdict> {
  const verdicts = new Map<Cell, Verdict>();
  const facts = new Map<Cell, Facts>();
  const calls = indexCalls(analysis);
  for (const cell of cells) {
    if (isBenignName(analysis, cell)) continue;
    const own = collectFacts(analysis, cell, calls);
    facts.set(cell, own);
    const verdict = classify(own);
    if (verdict && !isMeasurement(own, verdict) && !(verdict.concern === 'lock' && isBehindLease(own, verdict.decisive)))
      verdicts.set(cell, verdict);
  }
  addBreakerSiblings(facts, verdicts);
  addTotals(facts, verdicts);
  addPartsOfJobs(facts, verdicts);
  addRegistries(facts, verdicts);
  dropFilledOnce(facts, verdicts);
  dropConnectionState(facts, verdicts);
  dropUnlessLasting(facts, verdicts);
  doubtWithoutHandlers(analysis, facts, verdicts);
  return verdicts;
}

/** `if (process.env.NODE_ENV === 'production') throw new Error('no store'); seen.add(key);`: production never fills it. */
function isOfDevelopment({ analysis, writes }: Facts): boolean {
  const filling = writes.filter((access) => access.kind !== 'remove' && access.kind !== 'take' && !isEmptying(access));
  return filling.length > 0 && filling.every(({ site }) => analysis.production.isExcluded(site));
}

function isBenignName(analysis: FileAnalysis, cell: Cell): boolean {
  return analysis.settings.benignNames.some((name) => name === cell.name || cell.name.endsWith(`.${name}`));
}

function classify(facts: Facts): Verdict | undefined {
  const { cell, writes, reads } = facts;
  switch (cell.container) {
    case 'weak':
      return undefined;
    case 'instance':
      return classifyInstance(facts);
    default:
  }
  if (writes.length === 0 || isFigure(facts) || isGateOfLogs(facts) || isOfDevelopment(facts)) return undefined;
  // Written, and read by nothing but logs: an observation.
  const isSeenElsewhere = cell.kind === 'environment' || cell.kind === 'imported member';
  if (
    !isSeenElsewhere &&
    !reads.some((access) => access.how !== 'log' && !isOnlyLogged(facts, access) && !isOwnStep(facts, access)) &&
    !isDrained(facts)
  )
    return undefined;
  switch (cell.container) {
    case 'map':
    case 'set':
    case 'array':
      return classifyCollection(facts);
    case 'headers':
      return classifySharedHeaders(facts);
    case 'object':
      return isKeyed(facts) ? classifyCollection(facts) : classifyScalar(facts);
    default:
      return classifyScalar(facts);
  }
}
