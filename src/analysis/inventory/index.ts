/**
 * Question: what does a file hold that a design review asks for?
 *
 *     handlers → the stores that they use → the state that they touch → what is reused → what leads to other files
 *
 * The answer is plain data: lines and names, no nodes, so that a review of many files keeps none of their syntax. Who touches what is
 * told by `entries`: functions that a platform or another file calls, by their position in `FileInventory.entries`.
 *
 * Knowingly missed: calls of other files through containers, and modules that no relative path or common alias names.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  calleeText,
  dottedName,
  isClass,
  isPromiseMethod,
  outermost,
  propertyName,
  stringValue,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import { createEffectReader } from '../effects.js';
import { functionName, type Handler } from '../handlers.js';
import { analyzeFile, findState, findStateCells, type FileAnalysis, type StateFinding } from '../index.js';
import type { StoreKind } from '../external-stores.js';
import type { Variable } from '../source-index.js';
import type { Surroundings } from '../surroundings.js';
import type { ProjectExport, StoreClients, StoreTarget } from '../store-clients.js';
import { findMemoryStores } from '../stores/find-memory-stores.js';
import { reuseOfCell, type ReuseRole } from './benign-reuse.js';
import { formsOf, traitsOf } from './concern-evidence.js';
import { createEventSources, type EventSource } from './event-source.js';
import type { EvidenceForm } from './evidence-forms.js';

export type { ReuseRole } from './benign-reuse.js';
export type { ReviewConcern } from './evidence-forms.js';
export type { StoreKind } from '../external-stores.js';
export type { ProjectExport } from '../store-clients.js';

/** A function that a platform runs, or that the file lets others call. */
export interface EntryFact {
  readonly name: string;
  readonly platform: string | undefined;
  /** What makes the platform run it: `http`, `queue`, … */
  readonly trigger: string | undefined;
  /** The trigger in the platform's own word: `SQS`. */
  readonly triggerName: string | undefined;
  readonly line: number;
  readonly column: number;
}

export interface StoreName {
  readonly name: string;
  readonly kind: StoreKind;
}

/** What a call of a store shows of a concern. */
export type EvidenceFact = Pick<EvidenceForm, 'concern' | 'shows' | 'kinds' | 'stores'>;

/** A place where a store is used. */
export interface StoreUseFact {
  readonly store: StoreName | undefined;
  /** What another file exports, where only that file knows which store it is. */
  readonly project: ProjectExport | undefined;
  readonly line: number;
  readonly entries: readonly number[];
  /** Rows that fit, best first; more than one only where the store is not known yet. */
  readonly evidence: readonly EvidenceFact[];
}

export interface ReuseFact {
  readonly name: string;
  readonly role: ReuseRole;
  readonly line: number;
  readonly store: StoreName | undefined;
}

export interface ExportFact {
  readonly name: string;
  /** The functions behind it; `member` where they are methods. */
  readonly functions: readonly { readonly entry: number; readonly member: string | undefined }[];
  /** The store that it is a client of. */
  readonly store: StoreName | undefined;
  readonly project: ProjectExport | undefined;
}

/** A function of the file uses what another file exports. */
export interface LinkFact {
  readonly entry: number;
  readonly project: ProjectExport;
  readonly member: string | undefined;
}

/** Who comes to a place of the code, and how. */
export interface PlaceFact {
  readonly entries: readonly number[];
  /** Function names from a handler to the place, or to the line that decided. */
  readonly chain: readonly string[];
  /** The line that decided, from 1. */
  readonly decisiveLine: number | undefined;
  /** What a library store holds: `sessions`. */
  readonly holds: string | undefined;
}

/** A function of another file that this one hands to a platform. */
export interface RegisteredFact extends Omit<EntryFact, 'line' | 'column'> {
  readonly project: ProjectExport;
  readonly member: string | undefined;
}

export interface FileInventory {
  readonly entries: readonly EntryFact[];
  readonly exports: readonly ExportFact[];
  /** `export * from './stores'`: `name` is `*` for all of them. */
  readonly reexports: readonly { readonly name: string; readonly project: ProjectExport }[];
  readonly links: readonly LinkFact[];
  readonly registered: readonly RegisteredFact[];
  readonly stores: readonly StoreUseFact[];
  readonly reuse: readonly ReuseFact[];
}

export interface Inventory extends FileInventory {
  /** Asked where a report stands: line from 1, column from 0. Holds the file's syntax, so that it is not to be kept. */
  readonly placeAt: (line: number, column: number) => PlaceFact;
}

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

const NO_SERVER: ReadonlySet<Surroundings> = new Set(['browser', 'test', 'workflow']);

/** `undefined` for files that no server runs. */
export function takeInventory(context: Context): Inventory | undefined {
  const analysis = analyzeFile(context);
  if (!analysis.mayRunOnServer || NO_SERVER.has(analysis.surroundings)) return undefined;
  const { source, handlers, storeClients: clients } = analysis;
  const indices = new Map<Handler, number>(handlers.all.map((handler, index) => [handler, index]));
  const known = new Map<FunctionNode, readonly number[]>();
  const entriesOf = (fn: FunctionNode | null): readonly number[] => {
    if (fn === null) return NONE;
    let entries = known.get(fn);
    if (!entries) {
      entries = [...analysis.reach.handlersOf(fn)].map((handler) => indices.get(handler)!).sort((a, b) => a - b);
      known.set(fn, entries);
    }
    return entries;
  };
  const sourceOf = createEventSources(analysis);
  const findings = findState(context);
  return {
    entries: handlers.all.map((handler) => describeEntry(handler, sourceOf(handler))),
    exports: findExports(analysis, clients, indices),
    reexports: findReexports(source.ast),
    links: findLinks(analysis, clients, entriesOf),
    registered: findRegistered(analysis, clients),
    stores: [...findStoreUses(analysis, clients, entriesOf), ...findPartialBatches(analysis, sourceOf, entriesOf)],
    reuse: findReuse(analysis, clients, findStateCells(context), findings),
    placeAt: (line, column) => describePlace(analysis, findings, entriesOf, line, column),
  };
}

const NONE: readonly number[] = [];

function describeEntry({ name, platform, trigger, triggerName, at }: Handler, source: EventSource | undefined): EntryFact {
  return {
    name,
    platform: source?.platform ?? platform,
    trigger: source?.trigger ?? trigger,
    triggerName: source?.triggerName ?? triggerName,
    line: at.line,
    column: at.column,
  };
}

function findExports(
  { source, values, handlers }: FileAnalysis,
  clients: StoreClients,
  indices: ReadonlyMap<Handler, number>,
): ExportFact[] {
  return source.exports.map(({ name, value }) => {
    const functions: { entry: number; member: string | undefined }[] = [];
    const add = (fn: FunctionNode, member?: string): void => {
      const handler = handlers.byFunction.get(fn);
      if (handler) functions.push({ entry: indices.get(handler)!, member });
    };
    for (const exported of values.of(value)) {
      if (exported.kind === 'function') add(exported.node);
      else if (exported.kind !== 'namespace') {
        const owner = exported.kind === 'instance' ? exported.of : exported.node;
        for (const fn of functionsIn(owner)) add(fn, functionName(fn));
      }
    }
    const target = clients.clientOf(value);
    return { name, functions, store: storeNameOf(target), project: target?.project ?? projectOf(value) };
  });

  function projectOf(value: Node): ProjectExport | undefined {
    const variable = value.type === 'Identifier' ? source.variableOf(value) : undefined;
    return variable && clients.projectExportOf(variable);
  }
}

/** Methods of a class, and functions of an object literal. */
function functionsIn(owner: Node): FunctionNode[] {
  const members: readonly Node[] = isClass(owner) ? owner.body.body : owner.type === 'ObjectExpression' ? owner.properties : [];
  return members.flatMap((member) => {
    const value =
      member.type === 'MethodDefinition' || member.type === 'PropertyDefinition' || member.type === 'Property' ? member.value : undefined;
    return value && (value.type === 'FunctionExpression' || value.type === 'ArrowFunctionExpression') ? [value as FunctionNode] : [];
  });
}

function findReexports(ast: TSESTree.Program): { name: string; project: ProjectExport }[] {
  return ast.body.flatMap((statement) => {
    if (statement.type === 'ExportAllDeclaration') return [{ name: '*', project: { specifier: statement.source.value, name: '*' } }];
    if (statement.type !== 'ExportNamedDeclaration' || !statement.source) return [];
    const specifier = statement.source.value;
    return statement.specifiers.map(({ local, exported }) => ({ name: nameOf(exported), project: { specifier, name: nameOf(local) } }));
  });
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : String((node as TSESTree.StringLiteral).value);
}

function findLinks({ source }: FileAnalysis, clients: StoreClients, entriesOf: (fn: FunctionNode | null) => readonly number[]): LinkFact[] {
  const links = new Map<string, LinkFact>();
  for (const variable of source.moduleVariables) {
    const project = clients.projectExportOf(variable);
    if (!project) continue;
    for (const { identifier } of variable.references) {
      for (const entry of entriesOf(source.functionOf(identifier as Node))) {
        const link = { entry, ...usedPart(project, identifier as Node) };
        links.set([entry, link.project.specifier, link.project.name, link.member].join('\n'), link);
      }
    }
  }
  return [...links.values()];
}

/** `carts.add` of `import * as carts` is an export of its own, that of an imported object is a member. */
function usedPart(project: ProjectExport, identifier: Node): Pick<LinkFact, 'project' | 'member'> {
  const parent = outermost(identifier).parent;
  const own = parent?.type === 'MemberExpression' && parent.object === outermost(identifier) ? propertyName(parent) : undefined;
  return project.name === '*' && own !== undefined
    ? { project: { specifier: project.specifier, name: own }, member: undefined }
    : { project, member: own };
}

function findRegistered({ source, handlers }: FileAnalysis, clients: StoreClients): RegisteredFact[] {
  return handlers.findRegistrations().flatMap(({ value, name, platform, trigger, triggerName }) => {
    const root = value.type === 'MemberExpression' ? unwrap(value.object) : value;
    const variable = source.variableOf(root);
    const project = variable ? clients.projectExportOf(variable) : requiredHere(root);
    if (!project) return [];
    const part = usedPart(project, root);
    // A module as a whole is a function only where it exports one as a whole: `module.exports = onCreate`.
    const target = part.project.name === '*' ? { ...part.project, name: 'default' } : part.project;
    return [{ name, platform, trigger, triggerName, project: target, member: part.member }];
  });
}

function requiredHere(node: Node): ProjectExport | undefined {
  const specifier = node.type === 'CallExpression' ? stringValue(node.arguments[0]) : undefined;
  return specifier === undefined ? undefined : { specifier, name: '*' };
}

function findStoreUses(
  analysis: FileAnalysis,
  clients: StoreClients,
  entriesOf: (fn: FunctionNode | null) => readonly number[],
): StoreUseFact[] {
  const { source } = analysis;
  const effects = createEffectReader(analysis);
  const uses: StoreUseFact[] = [];
  const add = (node: Node, fn: FunctionNode | null, target: StoreTarget, isMade: boolean): void => {
    const traits = traitsOf(analysis, effects, node, fn);
    const forms = formsOf(traits, target.store).filter(({ made }) => !isMade || made);
    if (target.project && forms.length === 0) return;
    uses.push({
      store: storeNameOf(target),
      project: target.project,
      line: node.loc.start.line,
      entries: entriesOf(fn),
      evidence: forms.map(({ concern, shows, kinds, stores }) => ({ concern, shows, kinds, stores })),
    });
  };
  for (const { node, from } of source.calls) {
    if (isLinkOfChain(node)) continue;
    const target = clients.targetOf(node);
    if (!target || target.binding !== undefined) continue;
    const isMade = clients.isConstruction(node);
    if ((isMade && target.project) || HOUSEKEEPING.test(calleeName(node) ?? '') || LOGGING.test(calleeText(node) ?? '')) continue;
    add(node, from, target, isMade);
  }
  for (const { template, fn } of findTemplates(analysis)) {
    const target = clients.clientOf(template.tag);
    if (target && target.binding === undefined) add(template, fn, target, false);
  }
  return uses;
}

/** Calls that keep a connection, and touch nothing in the store. */
const HOUSEKEEPING =
  /^(connect|release|releaseLease|close|end|quit|disconnect|destroy|on|once|off|addListener|removeListener|ping|unref|middleware|bind|toString|define|addHook|hasHook|authenticate|sync|hasOne|hasMany|belongsTo|belongsToMany)$/;
/** What a client hands out to write log lines with. */
const LOGGING = /(^|\.)(logger|log|console)\./;

/** `collection('orders')` of `collection('orders').insertOne(order)`: only the whole is a use. */
function isLinkOfChain(call: CallNode): boolean {
  const outer = outermost(call);
  const member = outer.parent;
  if (member?.type !== 'MemberExpression' || member.object !== outer || isPromiseMethod(propertyName(member))) return false;
  const whole = outermost(member).parent;
  return (whole?.type === 'CallExpression' && unwrap(whole.callee) === member) || whole?.type === 'MemberExpression';
}

/** Statements in templates: sql`INSERT …`. They hang on names, as calls do. */
function findTemplates({ source }: FileAnalysis): { template: TSESTree.TaggedTemplateExpression; fn: FunctionNode | null }[] {
  if (!source.text.includes('`')) return [];
  const local = source.calls.flatMap(({ node }) => {
    const parent = outermost(node).parent;
    const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? source.variableOf(parent.id) : undefined;
    return variable && !source.isModuleLevel(variable) ? [variable] : [];
  });
  return [...source.moduleVariables, ...local].flatMap((variable) =>
    variable.references.flatMap(({ identifier }) => {
      let tag: Node = identifier as Node;
      while (tag.parent?.type === 'MemberExpression' && tag.parent.object === tag) tag = tag.parent;
      const template = tag.parent;
      return template?.type === 'TaggedTemplateExpression' && template.tag === tag ? [{ template, fn: source.functionOf(template) }] : [];
    }),
  );
}

/** `{ batchItemFailures }`: the event source delivers again what was not handled, and counts how often. */
function findPartialBatches(
  { source, handlers }: FileAnalysis,
  sourceOf: (handler: Handler) => EventSource | undefined,
  entriesOf: (fn: FunctionNode | null) => readonly number[],
): StoreUseFact[] {
  const at = source.text.indexOf('batchItemFailures');
  const fed = at < 0 ? undefined : handlers.all.find(({ platform }) => platform === 'AWS Lambda');
  if (!fed) return [];
  const line = source.text.slice(0, at).split('\n').length;
  const service =
    fed.triggerName ?? sourceOf(fed)?.triggerName ?? /\b(SQS|Kinesis|DynamoDB)(?=\w*(?:Event|Handler|Record|Batch))/.exec(source.text)?.[1];
  const store: StoreName = { name: service === undefined ? 'the event source' : `Amazon ${service}`, kind: 'message system' };
  return [
    { store, project: undefined, line, entries: entriesOf(fed.fn), evidence: [{ concern: 'retry', shows: 'a partial batch response' }] },
  ];
}

function findReuse(
  analysis: FileAnalysis,
  clients: StoreClients,
  cells: ReturnType<typeof findStateCells>,
  findings: readonly StateFinding[],
): ReuseFact[] {
  const { source } = analysis;
  const reported = new Set(findings.map(({ cell }) => cell));
  const reuse: ReuseFact[] = [];
  for (const { node, from } of source.calls) {
    if (from !== null) continue;
    const declarator = outermost(node).parent;
    if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') continue;
    const line = declarator.loc.start.line;
    if (calleeText(node) === 'AsyncLocalStorage') reuse.push({ name: declarator.id.name, role: 'request context', line, store: undefined });
    const store = storeNameOf(clients.clientOf(node));
    if (store) reuse.push({ name: declarator.id.name, role: 'client', line, store });
  }
  for (const cell of cells) {
    const role = reported.has(cell) ? undefined : reuseOfCell(analysis, clients, cell);
    if (role) reuse.push({ name: cell.name, role, line: cell.node.loc.start.line, store: undefined });
  }
  return reuse;
}

function describePlace(
  analysis: FileAnalysis,
  findings: readonly StateFinding[],
  entriesOf: (fn: FunctionNode | null) => readonly number[],
  line: number,
  column: number,
): PlaceFact {
  const stands = ({ start }: TSESTree.SourceLocation): boolean => start.line === line && start.column === column;
  const finding = findings.find(({ node }) => stands(node.loc));
  if (finding) {
    const touching = finding.cell.accesses.flatMap(({ fn }) => entriesOf(fn));
    return { entries: [...new Set(touching)].sort((a, b) => a - b), chain: finding.chain, decisiveLine: finding.line, holds: undefined };
  }
  const library = findMemoryStores(analysis).find(({ loc }) => stands(loc));
  const fn = innermostAt(analysis, line, column);
  const users = library?.heldBy ? library.heldBy.references.map(({ identifier }) => analysis.source.functionOf(identifier as Node)) : [];
  const served = fn ? [] : servedBy(analysis, library?.heldBy, line, column);
  const entries = [...new Set([...[fn, ...users].flatMap(entriesOf), ...served])];
  return { entries, chain: fn ? analysis.reach.chainTo(fn) : [], decisiveLine: undefined, holds: library?.data.holds };
}

/**
 * Handlers that something made while loading is put in front of: `app.post(path, upload.single('file'), fn)`, and all those of a router
 * for `app.use(session({ … }))`.
 */
function servedBy({ source, handlers }: FileAnalysis, held: Variable | undefined, line: number, column: number): number[] {
  const calls = source.calls.filter(({ node: { loc }, from }) => from === null && isWithin(loc, line, column));
  const made = calls.find(({ node }) => outermost(node).parent?.type === 'VariableDeclarator')?.node;
  const declarator = made && outermost(made).parent;
  const variable = held ?? (declarator?.type === 'VariableDeclarator' ? source.variableOf(declarator.id) : undefined);
  const places = variable
    ? variable.references.filter(({ init }) => !init).map(({ identifier }) => (identifier as Node).loc.start)
    : [{ line, column }];
  const registering = source.calls
    .filter(({ node: { loc }, from }) => from === null && places.some((place) => isWithin(loc, place.line, place.column)))
    .map(({ node }) => node);
  return handlers.all.flatMap(({ call }, index) => {
    if (!call) return [];
    const router = routerOf(call);
    const isServed = registering.some(
      (node) => node === call || (/^(use|register)$/.test(calleeName(node) ?? '') && router !== undefined && routerOf(node) === router),
    );
    return isServed ? [index] : [];
  });

  function routerOf(call: CallNode): Variable | undefined {
    return source.variableOf(dottedName(call.callee).root);
  }
}

function isWithin({ start, end }: TSESTree.SourceLocation, line: number, column: number): boolean {
  return (
    (start.line < line || (start.line === line && start.column <= column)) &&
    (end.line > line || (end.line === line && end.column >= column))
  );
}

function innermostAt({ source }: FileAnalysis, line: number, column: number): FunctionNode | null {
  let found: FunctionNode | null = null;
  for (const fn of source.functions) {
    if (isWithin(fn.loc, line, column) && (!found || fn.range[0] >= found.range[0])) found = fn;
  }
  return found;
}

function storeNameOf(target: StoreTarget | undefined): StoreName | undefined {
  return target?.store && { name: target.store.name, kind: target.store.kind };
}
