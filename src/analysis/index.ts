/**
 * The rules' only door to the facts of a file:
 *
 *     find handlers → follow calls → find cells → trace origins → classify
 *
 * A file is analysed once, when the first rule asks, and shared by all rules through its `Program` node. The result depends on the
 * file and on `settings.stateless`, never on a rule's options.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { readSettings, type StatelessSettings } from '../settings.js';
import type { Node } from './ast.js';
import { mayKeepState } from './candidates.js';
import { findCells, type Cell } from './cells/index.js';
import { classifyCells, type Concern, type Detail, type Verdict } from './concerns/index.js';
import { findHandlers, type Handlers } from './handlers.js';
import { createOriginTracer, type OriginTracer } from './origins.js';
import { followCalls, type Reachability } from './reachability.js';
import { indexSource, type SourceIndex } from './source-index.js';
import { surroundingsAtFirstSight, surroundingsOf, type Surroundings } from './surroundings.js';
import { createValues, type Values } from './values.js';

/** What is known of a file before any state is looked at. Each part is computed when it is first asked for: most files need none. */
export interface FileAnalysis {
  readonly settings: StatelessSettings;
  /** False where the path, the directives or the imports alone say that no server runs this file. */
  readonly mayRunOnServer: boolean;
  readonly source: SourceIndex;
  readonly values: Values;
  readonly handlers: Handlers;
  readonly reach: Reachability;
  readonly origins: OriginTracer;
  readonly surroundings: Surroundings;
}

export type { Concern, Detail };

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

const analyses = new WeakMap<TSESTree.Program, FileAnalysis>();

export function analyzeFile(context: Context): FileAnalysis {
  const { ast } = context.sourceCode;
  let analysis = analyses.get(ast);
  if (!analysis) {
    analysis = compute(context);
    analyses.set(ast, analysis);
  }
  return analysis;
}

function compute({ cwd, filename, sourceCode, settings: { stateless } }: Context): FileAnalysis {
  const settings = readSettings(stateless);
  const path = pathBelow(cwd, filename);
  const firstSight = surroundingsAtFirstSight(path, sourceCode.text, sourceCode.ast);
  const source = once(() => indexSource(sourceCode, path));
  const values = once(() => createValues(source()));
  const handlers = once(() => findHandlers(source(), values(), settings));
  const reach = once(() => followCalls(source(), values(), handlers()));
  const origins = once(() => createOriginTracer(source(), values(), handlers(), reach()));
  const surroundings = once(() => firstSight ?? surroundingsOf(source(), handlers()));
  return {
    settings,
    mayRunOnServer: firstSight === undefined || firstSight === 'server',
    get source() {
      return source();
    },
    get values() {
      return values();
    },
    get handlers() {
      return handlers();
    },
    get reach() {
      return reach();
    },
    get origins() {
      return origins();
    },
    get surroundings() {
      return surroundings();
    },
  };
}

function once<Fact>(find: () => Fact): () => Fact {
  let found: { readonly fact: Fact } | undefined;
  return () => (found ??= { fact: find() }).fact;
}

/** The path below the working directory, with forward slashes: what lies above it says nothing about the file's role. */
function pathBelow(cwd: string, filename: string): string {
  const path = filename.replaceAll('\\', '/');
  const base = `${cwd.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  return path.startsWith(base) ? path.slice(base.length) : path;
}

/** One cell that must leave the process. */
export interface StateFinding {
  readonly concern: Concern;
  /** Where the report stands. */
  readonly node: Node;
  readonly name: string;
  /** Function names from a handler to the decisive line. */
  readonly chain: readonly string[];
  /** The decisive line, from 1. */
  readonly line: number;
  /** Reported by rules in `strict` only. */
  readonly strictOnly: boolean;
  readonly detail: Detail | undefined;
}

const findings = new WeakMap<TSESTree.Program, readonly StateFinding[]>();

/** The state of a file that must leave the process, at most one finding a place. */
export function findState(context: Context): readonly StateFinding[] {
  const { ast } = context.sourceCode;
  let found = findings.get(ast);
  if (!found) {
    found = judge(context);
    findings.set(ast, found);
  }
  return found;
}

/** A shared response or options object is one leak, whatever parts of it a request writes; a part taken out changes the whole. */
function placeOf(cell: Cell, { concern, decisive }: Verdict): { node: Node; name: string } {
  if (cell.whole && decisive.kind === 'remove') return cell.whole;
  const isShared = concern === 'request-leak' && cell.whole !== undefined && cell.accesses.some((access) => access.depth === 0 && (access.how === 'return' || access.how === 'argument'));
  return isShared ? cell.whole! : cell;
}

function judge(context: Context): readonly StateFinding[] {
  // Reads the settings first: a wrong one is an error in every file, also in one that keeps no state.
  const analysis = analyzeFile(context);
  if (!analysis.mayRunOnServer || !mayKeepState(context.sourceCode)) return [];
  if (analysis.surroundings !== 'server') return [];
  const byPlace = new Map<Node, StateFinding>();
  for (const [cell, verdict] of classifyCells(analysis, findCells(analysis))) {
    const { decisive, concern, strictOnly, detail } = verdict;
    const { node, name } = placeOf(cell, verdict);
    const known = byPlace.get(node);
    if (known && !(known.strictOnly && !strictOnly)) continue;
    byPlace.set(node, {
      concern,
      node,
      name,
      chain: decisive.fn ? analysis.reach.chainTo(decisive.fn) : [],
      line: decisive.site.loc.start.line,
      strictOnly,
      detail,
    });
  }
  return [...byPlace.values()];
}
