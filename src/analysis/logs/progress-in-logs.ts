/**
 * Question: where does this file keep progress in log lines only, and where does it read progress back from them?
 */
import { createEffectReader } from '../effects.js';
import type { FileAnalysis } from '../index.js';
import type { FunctionNode, Node } from '../ast.js';
import type { FirstLook } from '../first-look/first-look.js';
import { hasServerEvidence } from '../server-evidence.js';
import { findLogProgress } from './log-progress.js';
import { findLogQueries, mayReadLogs } from './log-queries.js';
import { mayLogProgress, tellsProgress } from './told-progress.js';

export interface ProgressInLogs {
  readonly node: Node;
  /** A line is written, or read back. */
  readonly use: 'written' | 'read';
  /** `sendMail` for a line that is written; the query or file for one that is read. */
  readonly subject: string;
  readonly form: 'batch' | 'steps' | undefined;
  /** `handler → indexAll, line 20`. */
  readonly where: string;
}

/** Whether `findProgressInLogs` may find anything, to be asked before it. */
export function mayTellProgress(look: FirstLook): boolean {
  return mayLogProgress(look) || mayReadLogs(look);
}

export function findProgressInLogs(analysis: FileAnalysis): ProgressInLogs[] {
  if (!tellsProgress(analysis.source) && !mayReadLogs(analysis.look)) return [];
  if (analysis.surroundings !== 'server' || !hasServerEvidence(analysis)) return [];
  const { source, reach } = analysis;
  const effects = createEffectReader(analysis);
  const written = findLogProgress(analysis, effects);
  const read = findLogQueries(source, (fn) => reach.isInvocation(fn), written.length > 0);
  return [
    ...written.map(({ node, from, work, form }): ProgressInLogs => ({
      node,
      use: 'written',
      subject: work,
      form,
      where: place(from, node),
    })),
    ...read.map(({ node, from, name }): ProgressInLogs => ({
      node,
      use: 'read',
      subject: name,
      form: undefined,
      where: place(from, node),
    })),
  ].sort((a, b) => a.node.range[0] - b.node.range[0]);

  function place(from: FunctionNode, node: Node): string {
    const chain = reach.chainTo(from).join(' → ');
    return chain === '' ? `line ${node.loc.start.line}` : `${chain}, line ${node.loc.start.line}`;
  }
}
