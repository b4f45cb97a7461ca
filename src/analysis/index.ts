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
import { findCells, type Cell } from './cells/index.js';
import { classifyCells, type Concern, type Detail, type Verdict } from './concerns/index.js';
import { FirstLook } from './first-look/first-look.js';
import { mayKeepState } from './first-look/may-keep-state.js';
import { findHandlers, type Handlers } from './handlers.js';
import { createOriginTracer, type OriginTracer } from './origins.js';
import { createProduction, type Production } from './production.js';
import { followCalls, type Reachability } from './reachability.js';
import { indexSource, type SourceIndex } from './source-index.js';
import { createOwnStoreTest, createStoreClients, type OwnStoreTest, type StoreClients } from './store-clients.js';
import { surroundingsAtFirstSight, surroundingsOf, type Surroundings } from './surroundings.js';
import { createValues, type Values } from './values.js';

/**
 * What is known of a file before any state is looked at. Each part is computed when it is first asked for, from those before it: most
 * files need only the first look.
 */
export class FileAnalysis {
  readonly settings: StatelessSettings;
  readonly look: FirstLook;
  /** False where the path, the directives or the imports alone say that no server runs this file. */
  readonly mayRunOnServer: boolean;
  readonly #path: string;
  readonly #known: Known = {};

  constructor({ cwd, filename, sourceCode, settings: { stateless } }: Context) {
    this.settings = readSettings(stateless);
    this.look = new FirstLook(sourceCode);
    this.#path = pathBelow(cwd, filename);
    const surroundings = surroundingsAtFirstSight(this.#path, this.look, this.settings);
    if (surroundings) this.#known.surroundings = surroundings;
    this.mayRunOnServer = surroundings === undefined || surroundings === 'server';
  }

  get mayKeepState(): boolean {
    return (this.#known.mayKeepState ??= mayKeepState(this.look));
  }

  get source(): SourceIndex {
    return (this.#known.source ??= indexSource(this.look, this.#path));
  }

  get values(): Values {
    return (this.#known.values ??= createValues(this.source));
  }

  get handlers(): Handlers {
    return (this.#known.handlers ??= findHandlers(this.source, this.values, this.settings));
  }

  get reach(): Reachability {
    return (this.#known.reach ??= followCalls(this.source, this.values, this.handlers));
  }

  get production(): Production {
    return (this.#known.production ??= createProduction(this.source));
  }

  /** The stores outside the process that calls reach: the table's, and those that the settings name. */
  get storeClients(): StoreClients {
    return (this.#known.storeClients ??= createStoreClients(this.source, this.values, this.settings));
  }

  /** Whether a call reaches a store that the settings name. */
  get reachesOwnStore(): OwnStoreTest {
    return (this.#known.reachesOwnStore ??= createOwnStoreTest(this));
  }

  get origins(): OriginTracer {
    return (this.#known.origins ??= createOriginTracer(this));
  }

  get surroundings(): Surroundings {
    return (this.#known.surroundings ??= surroundingsOf(this.source, this.handlers));
  }
}

/** The parts that have been asked for. One object for all: for most files none is, and their making must cost nothing. */
type Known = {
  -readonly [
    Part in
      | 'mayKeepState'
      | 'source'
      | 'values'
      | 'handlers'
      | 'reach'
      | 'production'
      | 'storeClients'
      | 'reachesOwnStore'
      | 'origins'
      | 'surroundings'
  ]?: FileAnalysis[Part];
};

export type { Concern, Detail };

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

const analyses = new WeakMap<TSESTree.Program, FileAnalysis>();

export function analyzeFile(context: Context): FileAnalysis {
  const { ast } = context.sourceCode;
  let analysis = analyses.get(ast);
  if (!analysis) {
    analysis = new FileAnalysis(context);
    analyses.set(ast, analysis);
  }
  return analysis;
}

/** The path below the working directory, with forward slashes: what lies above it says nothing about the file's role. */
function pathBelow(cwd: string, filename: string): string {
  const path = forwardSlashes(filename);
  const base = forwardSlashes(cwd);
  const start = base.endsWith('/') ? base.length : base.length + 1;
  return path.startsWith(base) && path[start - 1] === '/' ? path.slice(start) : path;
}

function forwardSlashes(path: string): string {
  return path.includes('\\') ? path.replaceAll('\\', '/') : path;
}

/** One cell that must leave the process. */
export interface StateFinding {
  readonly concern: Concern;
  readonly cell: Cell;
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

const cells = new WeakMap<TSESTree.Program, readonly Cell[]>();

/** The places of a file that outlive an invocation and may change, whatever they are used for. */
export function findStateCells(context: Context): readonly Cell[] {
  const { ast } = context.sourceCode;
  let found = cells.get(ast);
  if (!found) {
    // Reads the settings first: a wrong one is an error in every file, also in one that keeps no state.
    const analysis = analyzeFile(context);
    found = analysis.mayRunOnServer && analysis.mayKeepState && analysis.surroundings === 'server' ? findCells(analysis) : [];
    cells.set(ast, found);
  }
  return found;
}

/** A shared response or options object is one leak, whatever parts of it a request writes; a part taken out changes the whole. */
function placeOf(cell: Cell, { concern, decisive }: Verdict): { node: Node; name: string } {
  if (cell.whole && decisive.kind === 'remove') return cell.whole;
  // An imported client has no declaration here: the report stands at the call that changes it.
  if (cell.kind === 'imported member' && cell.container === 'instance') return { node: decisive.node, name: cell.name };
  const isShared =
    concern === 'request-leak' &&
    cell.whole !== undefined &&
    cell.accesses.some((access) => access.depth === 0 && (access.how === 'return' || access.how === 'argument'));
  return isShared ? cell.whole! : cell;
}

function judge(context: Context): readonly StateFinding[] {
  const found = findStateCells(context);
  if (found.length === 0) return [];
  const analysis = analyzeFile(context);
  const byPlace = new Map<Node, StateFinding>();
  for (const [cell, verdict] of classifyCells(analysis, found)) {
    const { decisive, concern, strictOnly, detail } = verdict;
    const { node, name } = placeOf(cell, verdict);
    const known = byPlace.get(node);
    if (known && !(known.strictOnly && !strictOnly)) continue;
    byPlace.set(node, {
      concern,
      cell,
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
