/**
 * Question: which stores of libraries live in this process, and would be missed by another invocation?
 *
 *     find constructions → options → lifetime → judgement of use
 *
 * A store that is configured with something outside the process is no finding, and neither is one that lives and ends with its
 * invocation. What remains is judged by its entry in the table.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import { createLibraries, packageOf, type Libraries } from '../library-exports.js';
import type { StatelessSettings } from '../../settings.js';
import type { Variable } from '../source-index.js';
import { findBroadcast, findBus } from './bus-use.js';
import { findOnlyHome } from './cache-use.js';
import { findUnawaitedJob } from './job-use.js';
import { isOutsideProduction } from './fallback.js';
import { findConstructions, indexStores, type Construction } from './library-calls.js';
import { holderOf, isInsideActor, outlivesInvocation, type Holder } from './lifetime.js';
import { CONSEQUENCES, MEMORY_STORES, storeOfSetting, type MemoryStore } from './memory-stores.js';
import { optionState, stringsOf } from './option-values.js';
import { usesOf, type StoreUses } from './store-uses.js';

export interface MemoryStoreFinding {
  /** The rule that reports it. */
  readonly rule: 'no-memory-store' | 'no-memory-lock' | 'no-memory-cache';
  /** Reasonable as a first level, or as a limit on what runs at once: reported where the user asked for it. */
  readonly strictOnly: boolean;
  readonly node: Node;
  /** From the start of the construction to the end of its callee: what an editor underlines. */
  readonly loc: TSESTree.SourceLocation;
  /** The variable that holds it, where there is one. */
  readonly heldBy: Variable | undefined;
  /** The parts of the message. */
  readonly data: {
    readonly name: string;
    readonly library: string;
    readonly holds: string;
    /** Empty, or the lines that decided, in parentheses with a space before. */
    readonly evidence: string;
    readonly consequence: string;
    readonly wayOut: string;
  };
}

type Entry = MemoryStore & { readonly concern?: string };
interface Verdict {
  readonly holds?: MemoryStore['holds'];
  readonly evidence?: string;
  readonly strictOnly?: boolean;
}

const loading = new WeakMap<FileAnalysis, boolean>();
const found = new WeakMap<FileAnalysis, readonly MemoryStoreFinding[]>();
const indices = new WeakMap<StatelessSettings, ReadonlyMap<string, readonly Entry[]>>();
const packages = new WeakMap<StatelessSettings, ReadonlySet<string>>();
const tableIndex = indexStores<Entry>(MEMORY_STORES);
const tablePackages = packagesOf(MEMORY_STORES);

/** A specifier that is more than the name of a package and a path in it. */
const DECORATED_NAME = /^(?!\.)(.+@|npm:|jsr:|https?:|.*\.[cm]?[jt]s$)/;

/** Whether the file loads a library of the table, or of the user's settings. Several rules ask, so that the answer is kept. */
export function loadsMemoryStore(analysis: FileAnalysis): boolean {
  let loads = loading.get(analysis);
  if (loads === undefined) {
    const known = packagesFor(analysis.settings);
    loads = analysis.look.modules.some((name) => known.has(name) || (DECORATED_NAME.test(name) && known.has(packageOf(name))));
    loading.set(analysis, loads);
  }
  return loads;
}

function packagesFor(settings: StatelessSettings): ReadonlySet<string> {
  if (settings.memoryStores.length === 0) return tablePackages;
  let known = packages.get(settings);
  if (!known) packages.set(settings, (known = packagesOf([...MEMORY_STORES, ...settings.memoryStores.map(storeOfSetting)])));
  return known;
}

function packagesOf(stores: readonly MemoryStore[]): ReadonlySet<string> {
  return new Set(stores.flatMap((store) => store.packages));
}

export function findMemoryStores(analysis: FileAnalysis): readonly MemoryStoreFinding[] {
  let findings = found.get(analysis);
  if (!findings) found.set(analysis, (findings = find(analysis)));
  return findings;
}

function find(analysis: FileAnalysis): readonly MemoryStoreFinding[] {
  const { settings } = analysis;
  if (!analysis.mayRunOnServer || !loadsMemoryStore(analysis) || analysis.surroundings !== 'server') return [];
  const libraries = createLibraries(analysis);
  const findings = new Map<Node, MemoryStoreFinding>();
  for (const construction of findConstructions(analysis, libraries, indexOf(settings))) {
    const finding = judge(analysis, libraries, construction);
    const known = findings.get(construction.node);
    if (finding && (!known || (known.strictOnly && !finding.strictOnly))) findings.set(construction.node, finding);
  }
  return [...findings.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function judge(analysis: FileAnalysis, libraries: Libraries, construction: Construction<Entry>): MemoryStoreFinding | undefined {
  const { entry, node } = construction;
  if (!isConfiguredInMemory(analysis, libraries, construction)) return undefined;
  if (isInsideActor(analysis, node) || isOutsideProduction(analysis, node)) return undefined;
  const holder: Holder = construction.variable ? { kind: 'variable', variable: construction.variable, path: [] } : holderOf(analysis, node);
  if (holder.kind === 'variable' && analysis.settings.benignNames.includes(holder.variable.name)) return undefined;
  if (entry.lives === 'module' && !outlivesInvocation(analysis, node, holder)) return undefined;
  const verdict = judgeUse(analysis, libraries, construction, holder);
  if (!verdict) return undefined;
  const holds = verdict.holds ?? entry.holds;
  return {
    rule: entry.rule ?? 'no-memory-store',
    strictOnly: verdict.strictOnly ?? entry.strictOnly ?? false,
    node,
    loc: { start: node.loc.start, end: construction.call ? construction.call.callee.loc.end : node.loc.end },
    heldBy: holder.kind === 'variable' || holder.kind === 'element' ? holder.variable : undefined,
    data: {
      name:
        holder.kind === 'variable'
          ? [holder.variable.name, ...holder.path].join('.')
          : holder.kind === 'field' || (holder.kind === 'global' && holder.name !== undefined)
            ? holder.name!
            : construction.name,
      library: entry.packages.includes('events') ? 'EventEmitter' : libraryName(libraries, construction),
      holds: entry.concern ?? holds,
      evidence: verdict.evidence ? ` (${verdict.evidence})` : '',
      consequence: CONSEQUENCES[holds],
      wayOut: entry.wayOut,
    },
  };
}

function libraryName(libraries: Libraries, { entry, call, subclass }: Construction): string {
  const callee = subclass?.superClass ?? call?.callee;
  return (callee && libraries.exportOf(callee)?.module) ?? entry.packages[0]!;
}

function isConfiguredInMemory(analysis: FileAnalysis, libraries: Libraries, { entry, args }: Construction): boolean {
  if (args.length < (entry.leastArguments ?? 0)) return false;
  if (entry.takesFunction && !args.slice(1).some((argument) => mayBeFunction(analysis, argument))) return false;
  if (entry.mentions && !entry.mentions.test(analysis.source.text)) return false;
  if (entry.argument) return stringsOf(analysis, args).some((text) => entry.argument!.test(text));
  const spread = args.find((argument) => argument.type === 'SpreadElement');
  const options = entry.optionsAt === -1 ? optionsAmong(analysis, args) : args[entry.optionsAt ?? 0];
  if (spread && (entry.external || entry.needs || entry.option)) return false;
  if (entry.option) {
    const { name, value } = entry.option;
    return (
      stringsOf(analysis, options ? [options] : []).some((text) => value.test(text)) &&
      optionState(analysis, libraries, options, [name]) !== 'missing'
    );
  }
  if (entry.needs && !entry.needs.every((name) => isGiven(analysis, options, name))) return false;
  if (entry.external) {
    // `new Keyv(store, { namespace })`, `new Datastore('orders.db')`: the first argument may be the store itself.
    const first = options && unwrap(options);
    if (first?.type === 'NewExpression') return false;
    return optionState(analysis, libraries, options, entry.external) === 'missing';
  }
  return true;
}

/** A function, or a name behind which one may stand. */
function mayBeFunction(analysis: FileAnalysis, argument: Node): boolean {
  const values = analysis.values.of(argument);
  if (values.length > 0) return values.some(({ kind }) => kind === 'function');
  const expression = unwrap(argument);
  if (expression.type === 'MemberExpression') return unwrap(expression.object).type === 'ThisExpression';
  const definition = analysis.source.variableOf(expression)?.defs[0];
  return (
    definition?.type === 'ImportBinding' ||
    (definition?.type === 'Parameter' && !/option|config|setting/i.test((expression as TSESTree.Identifier).name))
  );
}

/** `new Server(httpServer, options)` and `new Server(options)`. */
function optionsAmong(analysis: FileAnalysis, args: readonly Node[]): Node | undefined {
  const [first, second] = args;
  if (second) return second;
  return first && analysis.values.of(first).some((value) => value.kind === 'object') ? first : undefined;
}

/** The option stands in the object, and is not switched off. */
function isGiven(analysis: FileAnalysis, options: Node | undefined, name: string): boolean {
  if (!options) return false;
  return analysis.values.of(options).some((value) => {
    if (value.kind !== 'object') return false;
    return value.node.properties.some((property) => {
      if (property.type !== 'Property' || property.key.type !== 'Identifier' || property.key.name !== name) return false;
      const given = unwrap(property.value);
      if (given.type === 'Literal') return given.value !== false && given.value !== 'never' && given.value !== null;
      const objects = analysis.values.of(given).filter((candidate) => candidate.kind === 'object');
      return !objects.some((object) =>
        object.node.properties.some(
          (inner) =>
            inner.type === 'Property' &&
            inner.key.type === 'Identifier' &&
            inner.key.name === 'enabled' &&
            unwrap(inner.value).type === 'Literal' &&
            (unwrap(inner.value) as TSESTree.Literal).value === false,
        ),
      );
    });
  });
}

function judgeUse(analysis: FileAnalysis, libraries: Libraries, construction: Construction<Entry>, holder: Holder): Verdict | undefined {
  const { entry, node, subclass } = construction;
  if (entry.judgedBy === 'construction') return isInsurance(analysis, node, holder) ? { strictOnly: true } : {};
  const uses = usesOf(analysis, holder, subclass);
  switch (entry.judgedBy) {
    case 'cache':
    case 'data': {
      if (uses.calls.some(({ method }) => method === 'mount')) return undefined;
      const home = findOnlyHome(analysis, uses);
      if (home)
        return {
          holds: home.holds,
          evidence: `set on line ${home.writtenAt.loc.start.line}, read on line ${home.readAt.loc.start.line} with nothing behind it`,
        };
      return entry.judgedBy === 'data' && uses.isExported && uses.calls.length === 0 ? { strictOnly: true } : undefined;
    }
    case 'jobs':
      return judgeJobs(analysis, libraries, construction, uses);
    case 'bus':
      return judgeBus(analysis, construction, uses, holder);
    case 'writes': {
      const write = findWrite(analysis, uses);
      return write && { evidence: `written on line ${write.loc.start.line}` };
    }
  }
}

/** `insuranceLimiter: new RateLimiterMemory(…)`: it only stands in while the store is away. */
function isInsurance(analysis: FileAnalysis, node: Node, holder: Holder): boolean {
  if (holder.kind === 'variable' && holder.path.length > 0) return holder.path.at(-1) === 'insuranceLimiter';
  const names = holder.kind === 'variable' ? holder.variable.references.map((reference) => reference.identifier as Node) : [node];
  return names.some((name) => {
    const { parent } = name;
    return (
      parent?.type === 'Property' && parent.value === name && parent.key.type === 'Identifier' && parent.key.name === 'insuranceLimiter'
    );
  });
}

function judgeJobs(analysis: FileAnalysis, libraries: Libraries, { entry, args }: Construction, uses: StoreUses): Verdict | undefined {
  const job = findUnawaitedJob(analysis, uses);
  if (job) return { holds: 'queued work', evidence: `work given on line ${job.loc.start.line} is not awaited` };
  if (entry.holds === 'rate limits' && optionState(analysis, libraries, args[0], ['reservoir']) === 'given') return {};
  return { holds: 'queued work', strictOnly: true };
}

function judgeBus(analysis: FileAnalysis, { entry, subclass }: Construction, uses: StoreUses, holder: Holder): Verdict | undefined {
  if (entry.packages.includes('socket.io')) {
    if (uses.calls.some(({ method }) => method === 'adapter')) return undefined;
    const sent = findBroadcast(analysis, uses);
    return sent && { evidence: `sent to other sockets on line ${sent.loc.start.line}` };
  }
  // An emitter inside an object that somebody makes is that object's affair; a service lives as long as the process.
  if (holder.kind === 'field' && !holder.isStatic && !analysis.handlers.singletonClasses.has(holder.owner)) return undefined;
  const bus = findBus(analysis, uses, holder, subclass);
  if (!bus && uses.isExported && uses.calls.length === 0) return { strictOnly: true };
  return bus && { evidence: `sent on line ${bus.emittedAt.loc.start.line}, awaited on line ${bus.heardAt.loc.start.line}` };
}

const WRITE_METHOD = /^(insert\w*|update\w*|remove\w*|upsert\w*|addDocuments|addVectors|set|mset|put|delete)$/;
const WRITE_STATEMENT = /\b(insert\s+(or\s+\w+\s+)?into|replace\s+into|update\s+\w+\s+set|delete\s+from)\b/i;

/** A call in invocation code that changes what the store holds. */
function findWrite(analysis: FileAnalysis, uses: StoreUses): Node | undefined {
  const { reach, source } = analysis;
  for (const { method, call, fn } of uses.calls) {
    if (fn === null || (!reach.isInvocation(fn) && reach.isLoadCalled(fn))) continue;
    if (WRITE_METHOD.test(method)) return call;
    if (WRITE_STATEMENT.test(source.text.slice(call.range[0], call.range[1]))) return call;
  }
  // `const insert = db.prepare('INSERT …')` while loading, `insert.run(…)` later.
  for (const { method, call, fn } of uses.calls) {
    if (method !== 'prepare' || fn !== null || !WRITE_STATEMENT.test(source.text.slice(call.range[0], call.range[1]))) continue;
    const declarator = call.parent;
    const variable =
      declarator.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? source.variableOf(declarator.id) : undefined;
    const run = variable?.references.find((reference) => {
      const inner = source.functionOf(reference.identifier as Node);
      return inner !== null && reach.isInvocation(inner);
    });
    if (run) return run.identifier as Node;
  }
  return undefined;
}

function indexOf(settings: StatelessSettings): ReadonlyMap<string, readonly Entry[]> {
  if (settings.memoryStores.length === 0) return tableIndex;
  let index = indices.get(settings);
  if (!index) indices.set(settings, (index = indexStores<Entry>([...MEMORY_STORES, ...settings.memoryStores.map(storeOfSetting)])));
  return index;
}
