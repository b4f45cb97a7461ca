/**
 * Question: what is a cell used for, and is it a hazard?
 *
 * The decision table of `docs/how-it-works.md`, top to bottom: the benign shapes first, then the concerns from the most particular
 * structure to the least. Names only break ties. `undefined` is the answer for what is benign and for what is not understood:
 * silence beats a guess.
 */
import type { FileAnalysis } from './index.js';
import { booleanValue, calleeName, calleeText, isFunction, isNullish, keyName, numberValue, outermost, propertyValue, receiverOf, stringValue, unwrap, type CallNode, type FunctionNode, type Node } from './ast.js';
import type { Access, Cell } from './cells.js';
import { branchesOf, contains, isGuarded, isInCatch, isInFinally, isInTimer, isReachedWhenAbsent, isUnconditional, knownTests, leaves, turnsAway, type Test } from './guards.js';
import { functionName, isRequestParameter } from './handlers.js';
import type { Origin } from './origins.js';
import { LOG_KEY_SETTER, RESETTER, SETTER, STORE_SETTER } from './setters.js';
import { isLogged } from './uses.js';
import { isStatusField, isStatusValue, namesMetrics, namesPerson, suggests } from './vocabulary.js';

export type Concern =
  | 'dedup'
  | 'lock'
  | 'progress'
  | 'checkpoint'
  | 'retry'
  | 'counter'
  | 'record'
  | 'queue'
  | 'cache'
  | 'request-leak'
  | 'module-state';

export interface Verdict {
  readonly concern: Concern;
  /** The access that decided, with its line in the message. */
  readonly decisive: Access;
  /** Reported in `strict` only: fine where an instance serves one request at a time, or where staleness is accepted. */
  readonly strictOnly: boolean;
  /** What the message says of the cell beyond the concern: a setter, a lazy client, a cache without an authority. */
  readonly detail?: Detail | undefined;
}

export type Detail = 'setter' | 'lazy' | 'no-authority' | 'written-first' | 'unbounded' | 'chain' | 'breaker' | 'taken';

const MUTATIONS: ReadonlySet<Access['kind']> = new Set(['assign', 'update', 'put', 'change', 'remove', 'take', 'clear', 'reorder']);

/** Calls by the function that they belong to, callbacks counted as part of the function that holds them. */
interface CallIndex {
  readonly holderOf: (node: Node) => FunctionNode | null;
  readonly within: (holder: FunctionNode | null) => readonly CallNode[];
}

/** What more accesses would show is shown by this many. Keeps generated code from costing the square of its size. */
const MOST_ACCESSES = 300;

function indexCalls(analysis: FileAnalysis): CallIndex {
  const { source, handlers } = analysis;
  const holders = new Map<FunctionNode, FunctionNode | null>();
  let byHolder: Map<FunctionNode | null, CallNode[]> | undefined;
  const holderOfFunction = (fn: FunctionNode | null): FunctionNode | null => {
    if (fn === null) return null;
    let holder = holders.get(fn);
    if (holder === undefined) {
      holder = outermost(fn).parent?.type === 'CallExpression' && !handlers.byFunction.has(fn) ? holderOfFunction(source.functionOf(fn)) : fn;
      holders.set(fn, holder);
    }
    return holder;
  };
  return {
    holderOf: (node) => holderOfFunction(source.functionOf(node)),
    within: (holder) => {
      if (!byHolder) {
        byHolder = new Map();
        for (const { node, from } of source.calls) {
          const key = holderOfFunction(from);
          const known = byHolder.get(key);
          if (known) known.push(node);
          else byHolder.set(key, [node]);
        }
      }
      return byHolder.get(holder) ?? [];
    },
  };
}

/** A cell with what the questions below ask again and again. */
interface Facts {
  readonly analysis: FileAnalysis;
  readonly calls: CallIndex;
  readonly cell: Cell;
  readonly accesses: readonly Access[];
  readonly writes: readonly Access[];
  readonly reads: readonly Access[];
  readonly tests: readonly Test[];
  readonly names: readonly (string | undefined)[];
}

export function classifyCells(analysis: FileAnalysis, cells: readonly Cell[]): Map<Cell, Verdict> {
  const verdicts = new Map<Cell, Verdict>();
  const facts = new Map<Cell, Facts>();
  const calls = indexCalls(analysis);
  for (const cell of cells) {
    if (isBenignName(analysis, cell)) continue;
    const own = collectFacts(analysis, cell, calls);
    facts.set(cell, own);
    const verdict = classify(own);
    if (verdict) verdicts.set(cell, verdict);
  }
  addBreakerSiblings(facts, verdicts);
  addRegistries(facts, verdicts);
  return verdicts;
}

function isBenignName(analysis: FileAnalysis, cell: Cell): boolean {
  return analysis.settings.benignNames.some((name) => name === cell.name || cell.name.endsWith(`.${name}`));
}

function collectFacts(analysis: FileAnalysis, cell: Cell, calls: CallIndex): Facts {
  const accesses = cell.accesses.filter((access) => analysis.reach.isInvocation(access.fn)).slice(0, MOST_ACCESSES);
  return {
    analysis,
    cell,
    calls,
    accesses,
    writes: accesses.filter((access) => MUTATIONS.has(access.kind)),
    reads: accesses.filter((access) => !MUTATIONS.has(access.kind)),
    tests: knownTests(analysis, { ...cell, accesses }),
    names: [cell.name, ownerName(cell.owner), ...new Set(accesses.map((access) => (access.fn ? functionName(access.fn) : undefined)))],
  };
}

function ownerName(owner: Node): string | undefined {
  if (isFunction(owner)) return functionName(owner);
  if (owner.type === 'ClassDeclaration' || owner.type === 'ClassExpression') return owner.id?.name;
  return undefined;
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
  if (writes.length === 0) return undefined;
  // Written, and read by nothing but logs: an observation.
  const isSeenElsewhere = cell.kind === 'environment' || cell.kind === 'imported member';
  if (!isSeenElsewhere && !reads.some((access) => access.how !== 'log' && !isOnlyLogged(facts, access)) && !isDrained(facts)) return undefined;
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

function verdict(concern: Concern, decisive: Access | undefined, detail?: Detail, strictOnly = false): Verdict | undefined {
  return decisive && { concern, decisive, strictOnly, detail };
}

// ——— questions about accesses ———

function originsOf(facts: Facts, node: Node | undefined): ReadonlySet<Origin> {
  return node ? facts.analysis.origins.of(node) : new Set<Origin>();
}

function isFrom(facts: Facts, node: Node | undefined, ...wanted: readonly Origin[]): boolean {
  const origins = originsOf(facts, node);
  return wanted.some((origin) => origins.has(origin));
}

function isOnlyLogged(facts: Facts, access: Access): boolean {
  return access.kind !== 'iterate' ? isLogged(access.node) : isLogged(access.site);
}

function isKeyed(facts: Facts): boolean {
  return facts.accesses.some((access) => access.isKeyed);
}

function isDrained(facts: Facts): boolean {
  return facts.writes.some((access) => access.kind === 'take');
}

/** Whether the value of a read goes to a caller or into a response. */
function isReturned(facts: Facts, access: Access): boolean {
  if (access.how === 'return') return true;
  let node = outermost(access.method === undefined ? access.node : access.site);
  for (let steps = 0; steps < 12 && node.parent; steps += 1) {
    const { parent } = node;
    if (parent.type === 'ReturnStatement' || (parent.type === 'ArrowFunctionExpression' && parent.body === node)) return true;
    if (/Statement$|Declarator$/.test(parent.type)) return false;
    node = parent;
  }
  return false;
}

/** Variables of the enclosing function that hold what a read gave: `const hit = cache.get(id)`. */
function isAliased(access: Access): boolean {
  let node = outermost(access.method === undefined ? access.node : access.site);
  while (node.parent?.type === 'LogicalExpression' || node.parent?.type === 'AwaitExpression' || node.parent?.type === 'ConditionalExpression') node = outermost(node.parent);
  return node.parent?.type === 'VariableDeclarator' || node.parent?.type === 'AssignmentExpression';
}

const SELF_READS: readonly Access['kind'][] = ['get', 'read', 'iterate', 'has', 'take'];

/** Whether an expression is computed from the cell itself, directly or through a local name. */
function derivesFromSelf(facts: Facts, value: Node | undefined, depth = 3, kinds: readonly Access['kind'][] = SELF_READS): boolean {
  if (!value || depth === 0) return false;
  if (facts.cell.accesses.some((access) => !access.isStored && kinds.includes(access.kind) && contains(value, access.node))) return true;
  return identifiersIn(facts, value).some((identifier) => {
    const variable = facts.analysis.source.variableOf(identifier);
    if (!variable || facts.analysis.source.isModuleLevel(variable)) return false;
    const definition = variable.defs[0];
    const node = definition?.node as Node | undefined;
    return definition?.type === 'Variable' && node?.type === 'VariableDeclarator' && node.init !== null && node.init !== undefined && derivesFromSelf(facts, node.init, depth - 1, kinds);
  });
}

function identifiersIn(facts: Facts, value: Node, withFunctions = false): Node[] {
  const found: Node[] = [];
  walk(facts, value, (node) => {
    if (node.type === 'Identifier') found.push(node);
    else if (withFunctions && isFunction(node) && node !== value) found.push(...identifiersIn(facts, node));
  });
  return found;
}

/** Visits an expression without entering functions. Expressions are small; the budget only guards against generated code. */
function walk(facts: Facts, start: Node, visit: (node: Node) => void, budget = 400): void {
  const pending = [start];
  for (let node = pending.pop(), left = budget; node && left > 0; node = pending.pop(), left -= 1) {
    visit(node);
    if (isFunction(node) && node !== start) continue;
    for (const key of facts.analysis.source.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) for (const item of child as (Node | null)[]) { if (item) pending.push(item); }
      else if (child && typeof (child as Node).type === 'string') pending.push(child as Node);
    }
  }
}

function hasArithmetic(facts: Facts, value: Node | undefined): boolean {
  let found = false;
  if (value) {
    walk(facts, value, (node) => {
      if (node.type === 'BinaryExpression' && /^[-+*/]$/.test(node.operator)) found = true;
      if (node.type === 'UpdateExpression') found = true;
    });
  }
  return found;
}

/** `(get(k) ?? 0) + 1`, also through `const count = …`: arithmetic on what the cell holds, with its operator. */
function stepOfSelf(facts: Facts, value: Node | undefined, depth = 9): string | undefined {
  if (!value || depth === 0) return undefined;
  const inner = unwrap(value);
  switch (inner.type) {
    case 'Identifier': {
      const definition = localDefinition(facts, inner);
      return definition && stepOfSelf(facts, definition, depth - 1);
    }
    case 'ObjectExpression':
      for (const property of inner.properties) {
        const step = property.type === 'Property' ? stepOfSelf(facts, property.value, depth - 1) : undefined;
        if (step) return step;
      }
      return undefined;
    case 'BinaryExpression':
      if (!/^(\+|-|\*|\/|\*\*)$/.test(inner.operator) || isText(inner)) return undefined;
      return isSelfOperand(facts, inner.left as Node, depth) || isSelfOperand(facts, inner.right, depth) ? inner.operator : undefined;
    case 'CallExpression':
      if (!/^(Math\.\w+|Number|parseInt|BigInt)$/.test(calleeText(inner) ?? '')) return undefined;
      for (const argument of inner.arguments) {
        const step = stepOfSelf(facts, argument, depth - 1);
        if (step) return step;
      }
      return undefined;
    case 'ConditionalExpression':
      return stepOfSelf(facts, inner.consequent, depth - 1) ?? stepOfSelf(facts, inner.alternate, depth - 1);
    case 'LogicalExpression':
      return stepOfSelf(facts, inner.left, depth - 1) ?? stepOfSelf(facts, inner.right, depth - 1);
    case 'AssignmentExpression':
      return stepOfSelf(facts, inner.right, depth - 1);
    default:
      return undefined;
  }
}

function isIncrementOfSelf(facts: Facts, value: Node | undefined): boolean {
  return stepOfSelf(facts, value) !== undefined;
}

function isSelfOperand(facts: Facts, node: Node, depth: number): boolean {
  const inner = unwrap(node);
  if (depth === 0) return false;
  if (facts.cell.accesses.some((access) => SELF_READS.includes(access.kind) && access.method === undefined && unwrap(access.node) === inner)) return true;
  switch (inner.type) {
    case 'Identifier': {
      const definition = localDefinition(facts, inner);
      return definition !== undefined && isSelfOperand(facts, definition, depth - 1);
    }
    case 'MemberExpression':
      return !/^(length|size)$/.test(lastProperty(inner)) && isSelfOperand(facts, inner.object, depth - 1);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return isSelfOperand(facts, inner.left as Node, depth - 1) || isSelfOperand(facts, inner.right, depth - 1);
    case 'CallExpression':
      if (facts.cell.accesses.some((access) => access.kind === 'get' && access.site === inner)) return true;
      return /^(Math\.\w+|Number|parseInt)$/.test(calleeText(inner) ?? '') && inner.arguments.some((argument) => isSelfOperand(facts, argument, depth - 1));
    default:
      return false;
  }
}

function lastProperty(node: Node): string {
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed ? node.property.name : '';
}

/** What a local variable is initialised with. */
function localDefinition(facts: Facts, identifier: Node): Node | undefined {
  const variable = facts.analysis.source.variableOf(identifier);
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== 'Variable' || facts.analysis.source.isModuleLevel(variable)) return undefined;
  return definition.node.id.type === 'Identifier' ? (definition.node.init ?? undefined) : undefined;
}

function isText(node: Node): boolean {
  if (node.type === 'BinaryExpression') return isText(unwrap(node.left as Node)) || isText(unwrap(node.right));
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

/** The function a node stands in, callbacks counted as part of the function that holds them. */
function holderFunction(facts: Facts, node: Node): FunctionNode | null {
  return facts.calls.holderOf(node);
}

/** Whether two nodes run in one invocation of one function or of what it calls. */
function isSameFlow(facts: Facts, a: Access, b: Access): boolean {
  const first = holderFunction(facts, a.site);
  const second = holderFunction(facts, b.site);
  return first !== null && first === second;
}

/** The element is dropped by housekeeping: while iterating the cell, from a timer, or because it is full. */
function isPruning(facts: Facts, access: Access): boolean {
  if (isInTimer(access.site)) return true;
  if (access.method === 'splice' && access.site.type === 'CallExpression' && access.site.arguments.length === 1) return true;
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    if ((node.type === 'ForOfStatement' || node.type === 'ForInStatement') && facts.accesses.some((other) => other.kind === 'iterate' && contains((node as { right: Node }).right, other.node))) return true;
    if (node.type === 'IfStatement' && facts.accesses.some((other) => other.kind === 'size' && contains((node as { test: Node }).test, other.node))) return true;
    if (node.type === 'WhileStatement' && facts.accesses.some((other) => other.kind === 'size' && contains((node as { test: Node }).test, other.node)) && access.kind !== 'take') return true;
  }
  const fn = facts.analysis.source.functionOf(access.site);
  const outer = fn && outermost(fn).parent;
  if (outer?.type === 'CallExpression' && calleeName(outer) === 'forEach') {
    return facts.accesses.some((other) => other.kind === 'iterate' && contains(outer.callee, other.node));
  }
  const key = access.key ? unwrap(access.key) : undefined;
  return key !== undefined && derivesFromSelf(facts, key, 3, ['iterate', 'get', 'read', 'take']);
}

function isConstantValue(facts: Facts, value: Node | undefined): boolean {
  if (!value) return true;
  const origins = originsOf(facts, value);
  return [...origins].every((origin) => origin === 'constant' || origin === 'time' || origin === 'load');
}

function isTimeValue(facts: Facts, value: Node | undefined): boolean {
  if (!value) return false;
  const inner = unwrap(value);
  if (inner.type === 'ObjectExpression' || inner.type === 'ArrayExpression') return false;
  const origins = originsOf(facts, value);
  return origins.has('time') && [...origins].every((origin) => origin === 'time' || origin === 'constant' || origin === 'load');
}

function isLater(a: Node, b: Node): boolean {
  return a.range[0] > b.range[0];
}

// ——— objects that manage themselves ———


function classifyInstance(facts: Facts): Verdict | undefined {
  const { accesses, cell, analysis } = facts;
  const made = [cell.init, ...cell.accesses.map((access) => (access.kind === 'assign' ? access.value : undefined))];
  const isOwnInstance = made.some((value) => value !== undefined && ['NewExpression', 'CallExpression', 'AwaitExpression'].includes(unwrap(value).type));
  if (!isOwnInstance && cell.kind !== 'imported member') return classifyScalar(facts);
  if (facts.writes.some((access) => access.kind === 'assign')) return classifyScalar(facts);
  const written = accesses.find((access) => access.kind === 'change' && access.value !== undefined && isFrom(facts, access.value, 'request') && !isRequestShield(facts, access));
  if (written) return verdict('request-leak', written, 'setter');
  const aborted = accesses.find((access) => access.method === 'abort' && cell.init !== undefined && unwrap(cell.init).type === 'NewExpression');
  if (aborted) return verdict('module-state', aborted);
  if (isReset(facts)) return undefined;
  const setter = accesses.find((access) => isLeakingSetter(facts, access));
  return setter && verdict('request-leak', setter, 'setter', isLogKeys(setter) && isFirstInEveryInvocation(facts, setter));
}

function isLogKeys(access: Access): boolean {
  return LOG_KEY_SETTER.test(access.method ?? '');
}

function isLeakingSetter(facts: Facts, access: Access): boolean {
  if (access.kind !== 'call' || access.site.type !== 'CallExpression' || !SETTER.test(access.method ?? '') || STORE_SETTER.test(access.method ?? '')) return false;
  const call = access.site;
  if (call.arguments.length === 0 || !call.arguments.some((argument) => argument.type !== 'SpreadElement' && !isFunction(argument) && isFrom(facts, argument, 'request'))) return false;
  if (/^(auth|login|authenticate|configure|defaults?|assign|identify|locale)$/.test(access.method ?? '') && (call.parent.type === 'AwaitExpression' || outermost(call).parent?.type !== 'ExpressionStatement')) return false;
  if (call.arguments.length > 1 && call.arguments[0]!.type !== 'SpreadElement' && isFrom(facts, call.arguments[0], 'request') && call.parent.type === 'AwaitExpression') return false;
  return !call.arguments.some((argument) => argument.type !== 'SpreadElement' && isFrom(facts, argument, 'external') && !isFrom(facts, argument, 'request'));
}

/** Some call on the same object takes back what a request put there. */
function isReset(facts: Facts): boolean {
  if (facts.accesses.some((access) => access.kind === 'call' && RESETTER.test(access.method ?? ''))) return true;
  if (facts.accesses.some((access) => access.kind === 'call' && SETTER.test(access.method ?? '') && isInFinally(access.site))) return true;
  return facts.cell.accesses.some((access) => access.how === 'argument' && (access.site.type === 'CallExpression' || access.site.type === 'NewExpression') && access.site.arguments.some((argument) => {
    const options = argument.type === 'ObjectExpression' ? argument : undefined;
    return options?.properties.some((property) => property.type === 'Property' && /^(resetKeys|clearState)$/.test(keyName(property) ?? '') && booleanValue(property.value) === true);
  })) || hasResetDecorator(facts);
}

/** `@logger.injectLambdaContext({ resetKeys: true })`. */
function hasResetDecorator(facts: Facts): boolean {
  return facts.cell.accesses.some((access) => access.site.type === 'CallExpression' && access.method === 'injectLambdaContext' && access.site.arguments.some((argument) => argument.type === 'ObjectExpression' && argument.properties.some((property) => property.type === 'Property' && /^(resetKeys|clearState)$/.test(keyName(property) ?? ''))));
}

function isRequestShield(_facts: Facts, access: Access): boolean {
  return isInFinally(access.site);
}

/** A statement of the handler itself that runs before anything else could wait: every invocation overwrites the last one's value. */
function isFirstInEveryInvocation({ analysis, calls }: Facts, access: Access): boolean {
  if (access.fn === null || !isUnconditional(access.site)) return false;
  const handler = analysis.handlers.byFunction.get(access.fn);
  if (!handler || handler.entry !== 'platform') return false;
  if (access.fn.body.type !== 'BlockStatement') return false;
  const statement = access.fn.body.body.find((candidate) => contains(candidate, access.site));
  const before = access.fn.body.body.slice(0, statement ? access.fn.body.body.indexOf(statement) : 0);
  return !calls.within(access.fn).some((node) => before.some((candidate) => contains(candidate, node)) && outermost(node).parent?.type === 'AwaitExpression');
}

function classifySharedHeaders(facts: Facts): Verdict | undefined {
  const write = facts.writes.find((access) => access.value !== undefined && isFrom(facts, access.value, 'request', 'caller'));
  return write && !isResetFirst(facts) ? verdict('request-leak', write) : undefined;
}

// ——— collections ———

function classifyCollection(facts: Facts): Verdict | undefined {
  const { writes, cell } = facts;
  if (isResetFirst(facts)) return undefined;
  const switched = classifySwitchedElements(facts);
  if (switched) return switched;
  if (isRegistryOfFunctions(facts) || holdsLiveHandles(facts)) return undefined;
  const puts = writes.filter((access) => access.kind === 'put' || ((access.kind === 'change' || access.kind === 'update') && access.depth > 0) || (access.kind === 'assign' && derivesFromSelf(facts, access.value)));
  if (puts.length === 0) return classifyTaking(facts) ?? classifyFilledElsewhere(facts);
  return (
    classifyPromiseChain(facts, puts) ??
    classifyQueue(facts, puts) ??
    classifyKeyedProgress(facts, puts) ??
    classifyCounts(facts, puts) ??
    classifyKeyedLock(facts, puts) ??
    classifyInFlight(facts, puts) ??
    classifyKeyedDedup(facts, puts) ??
    classifyKeyedCheckpoint(facts, puts) ??
    (cell.container === 'object' && !isKeyed(facts) ? classifyScalar(facts) : classifyStored(facts, puts))
  ) || undefined;
}

/** A platform's handler adds or takes out elements that are written down in the code: the list says what requests have switched. */
function classifySwitchedElements(facts: Facts): Verdict | undefined {
  const { analysis, writes } = facts;
  const changes = writes.filter((access) => access.kind === 'put' || access.kind === 'remove');
  if (changes.length === 0 || changes.length < writes.length) return undefined;
  const isFixed = (node: Node | undefined): boolean => node === undefined || ([...originsOf(facts, node)].every((origin) => origin === 'constant' || origin === 'load') && !derivesFromSelf(facts, node));
  if (!changes.every((access) => isFixed(access.value) && isFixed(access.key) && access.fn !== null && analysis.reach.handlerOf(access.fn)?.entry === 'platform')) return undefined;
  if (changes.every((access) => access.kind === 'put' && isGuarded(analysis, facts.tests, access))) return undefined;
  return verdict('module-state', changes[0]);
}

/** `false` ends the search: the cell is understood and benign. */
type Step = Verdict | false | undefined;

function classifyTaking(facts: Facts): Verdict | undefined {
  const taken = facts.writes.find((access) => access.kind === 'take');
  if (taken && isResultHandedOn(taken)) return verdict('record', taken, 'taken');
  const reordered = facts.writes.find((access) => access.kind === 'reorder' && (access.method === 'reverse' || !isUnconditional(access.site) || isFrom(facts, access.value ?? firstArgument(access), 'request')));
  if (reordered) return verdict('module-state', reordered);
  const removed = facts.writes.find((access) => access.kind === 'remove' && access.key !== undefined && isFrom(facts, access.key, 'request', 'caller'));
  if (removed) return verdict('record', removed);
  const assigned = facts.writes.find((access) => access.kind === 'assign' && access.value !== undefined && isFrom(facts, access.value, 'request'));
  return assigned ? classifyScalar(facts) : undefined;
}

/** An exported collection that a timer prunes here is filled by the files that import it. */
function classifyFilledElsewhere(facts: Facts): Verdict | undefined {
  const { cell } = facts;
  const pruned = facts.writes.find((access) => access.kind === 'remove' && isPruning(facts, access));
  if (!cell.isExported || !pruned || suggests('cache', [cell.name])) return undefined;
  const concern = (['dedup', 'lock', 'counter', 'progress', 'queue'] as const).find((candidate) => suggests(candidate, [cell.name]));
  return verdict(concern ?? 'record', pruned);
}

function firstArgument(access: Access): Node | undefined {
  return access.site.type === 'CallExpression' ? access.site.arguments[0] : undefined;
}

function isResultHandedOn(access: Access): boolean {
  return outermost(access.site).parent?.type !== 'ExpressionStatement';
}

/** A table of callbacks or plug-ins: what is stored is called. */
function isRegistryOfFunctions(facts: Facts): boolean {
  if (facts.accesses.some((access) => access.how === 'call' && access.depth > 0)) return true;
  const puts = facts.writes.filter((access) => access.kind === 'put');
  return puts.length > 0 && puts.every((access) => access.value !== undefined && facts.analysis.values.functionsOf(access.value).length > 0);
}

const HANDLE_MAKER = /^(setTimeout|setInterval|setImmediate|spawn|fork|exec|createInterface)$/;
const HANDLE_METHOD = /^(send|write|enqueue|close|end|terminate|ping|abort|kill|disconnect|emit|unref|postMessage|controller|releaseLock)$/;

/** Sockets, streams, timers and processes exist only where they were opened. */
function holdsLiveHandles(facts: Facts): boolean {
  const puts = facts.writes.filter((access) => access.kind === 'put');
  if (puts.some((access) => access.value !== undefined && isHandle(facts, access.value))) return true;
  return facts.accesses.some((access) => access.depth > 0 && access.kind === 'call' && HANDLE_METHOD.test(access.method ?? ''));
}

function isHandle(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'CallExpression') return HANDLE_MAKER.test(calleeName(inner) ?? '');
  if (inner.type !== 'Identifier') return inner.type === 'NewExpression' && /^(AbortController|WebSocket|Worker|EventSource)$/.test(calleeText(inner) ?? '');
  const definition = facts.analysis.source.variableOf(inner)?.defs[0]?.node as Node | undefined;
  return definition?.type === 'VariableDeclarator' && definition.init !== null && definition.init !== undefined && definition.init !== value && isHandle(facts, definition.init);
}

/** Every invocation empties the cell before it looks at it, or cleans up behind itself. */
function isResetFirst(facts: Facts): boolean {
  const resets = facts.writes.filter((access) => (access.kind === 'clear' || access.kind === 'assign') && access.depth === 0 && access.operator !== '??=' && access.operator !== '||=' && !isFrom(facts, access.value, 'request') && !derivesFromSelf(facts, access.value));
  if (facts.writes.some((access) => (access.kind === 'clear' || (access.kind === 'take' && access.method === 'splice') || (access.kind === 'assign' && isEmptyReset(access))) && isInFinally(access.site) && isInHandler(facts, access)) && facts.cell.container !== 'scalar' && facts.writes.some((access) => access.kind === 'put')) return true;
  if (resets.length === 0) return false;
  if (resets.some((reset) => isResetByHelper(facts, reset))) return true;
  return resets.some((reset) => {
    if (!reset.fn || !isUnconditional(reset.site) || !isOutsideTry(facts, reset)) return false;
    const roots = facts.accesses.filter((access) => access !== reset);
    const start = reset.fn;
    if (roots.some((access) => contains(start, access.site) && access.site.range[0] < reset.site.range[0])) return false;
    if (start.body.type === 'BlockStatement' && isAfterUse(facts, start, reset)) return false;
    // All other accesses must run under the function that resets.
    return roots.every((access) => contains(start, access.site) || isOnlyReachedFrom(facts, access.fn, start, reset));
  });
}

/** What stands in a `try` may be skipped by an exception: then the handler and what follows find the old value. */
function isOutsideTry(facts: Facts, access: Access): boolean {
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    const parent: Node | undefined = node.parent;
    if (parent?.type !== 'TryStatement' || parent.block !== node || !parent.handler) continue;
    const block = node;
    if (facts.accesses.some((other) => other.fn === access.fn && !contains(block, other.site))) return false;
  }
  return true;
}

/** `function fill() { block.fill(0); … }`, called before anything else looks at the cell. */
function isResetByHelper(facts: Facts, reset: Access): boolean {
  const helper = reset.fn;
  if (helper === null || helper.async || !isUnconditional(reset.site) || facts.analysis.handlers.byFunction.has(helper)) return false;
  const calls = facts.analysis.reach.callersOf(helper);
  if (calls.length === 0 || facts.accesses.some((access) => contains(helper, access.site) && access.site.range[0] < reset.site.range[0])) return false;
  return calls.every(({ node, from }) => from !== null && isUnconditional(node) && facts.accesses.every((access) => contains(helper, access.site) || (contains(from, access.site) && access.site.range[0] > node.range[0])));
}

function isInHandler(facts: Facts, access: Access): boolean {
  return access.fn !== null && facts.analysis.handlers.byFunction.has(access.fn);
}

function isEmptyReset(access: Access): boolean {
  return isNullish(access.value) || access.value === undefined;
}

/** Something that the function calls before the reset already touches the cell. */
function isAfterUse(facts: Facts, start: FunctionNode, reset: Access): boolean {
  return facts.calls.within(facts.calls.holderOf(reset.site)).some((node) => contains(start, node) && node.range[1] <= reset.site.range[0] && facts.analysis.reach.calleesOf(node).some((callee) => facts.accesses.some((access) => contains(callee, access.site))));
}

function isOnlyReachedFrom(facts: Facts, fn: FunctionNode | null, start: FunctionNode, reset: Access, asked = new Set<FunctionNode>()): boolean {
  if (fn === null) return false;
  if (asked.has(fn)) return true;
  asked.add(fn);
  if (fn === start || contains(start, fn)) return true;
  const { handlers, reach, source } = facts.analysis;
  if (handlers.byFunction.has(fn)) return false;
  const callers = reach.callersOf(fn).filter((site) => reach.isInvocation(site.from));
  const outer = source.functionOf(fn);
  if (callers.length === 0) return outer !== null && isOnlyReachedFrom(facts, outer, start, reset, asked);
  return callers.every((site) => (site.from === start ? site.node.range[0] > reset.site.range[0] : isOnlyReachedFrom(facts, site.from, start, reset, asked)));
}

/** New work is chained on what is stored: `tail = tail.then(work)`, `map.set(k, (map.get(k) ?? done).then(work))`. */
function classifyPromiseChain(facts: Facts, puts: readonly Access[]): Step {
  const chained = puts.find((access) => access.value !== undefined && isChainedOnSelf(facts, access.value));
  return chained && verdict('lock', chained, 'chain');
}

function isChainedOnSelf(facts: Facts, value: Node, depth = 4): boolean {
  const inner = unwrap(value);
  if (depth === 0) return false;
  if (inner.type === 'CallExpression') {
    const name = calleeName(inner) ?? '';
    const receiver = receiverOf(inner);
    if (receiver && /^(then|finally|catch)$/.test(name)) {
      const callback = inner.arguments[0];
      if ((name === 'then' || name === 'finally') && derivesFromSelf(facts, receiver) && callback !== undefined) return true;
      return isChainedOnSelf(facts, receiver, depth - 1);
    }
    const work = inner.arguments[0];
    if (isFunction(inner.callee) && inner.callee.async) return awaitsSelf(facts, inner.callee);
    if (work && isFunction(work)) return false;
    for (const callee of facts.analysis.reach.calleesOf(inner)) if (callee.async && awaitsSelf(facts, callee)) return true;
    return false;
  }
  if (inner.type === 'Identifier') {
    const definition = facts.analysis.source.variableOf(inner)?.defs[0]?.node as Node | undefined;
    return definition?.type === 'VariableDeclarator' && definition.init ? isChainedOnSelf(facts, definition.init, depth - 1) : false;
  }
  if (inner.type === 'NewExpression' && calleeText(inner) === 'Promise') return facts.accesses.some((access) => outermost(access.node).parent?.type === 'AwaitExpression');
  return false;
}

/** `(async () => { await tail; … })()`: work that waits for what is stored. */
function awaitsSelf(facts: Facts, fn: FunctionNode): boolean {
  return facts.accesses.some((access) => contains(fn, access.node) && outermost(access.node).parent?.type === 'AwaitExpression');
}

function classifyQueue(facts: Facts, puts: readonly Access[]): Step {
  const added = puts.find((access) => access.kind === 'put' || access.kind === 'assign');
  if (!added) return undefined;
  const taken = facts.writes.find((access) => access.kind === 'take' && isResultHandedOn(access) && !isEviction(facts, access));
  if (taken) return verdict('queue', added);
  const handed = facts.writes.find((access) => access.kind === 'remove' && isElementHandedOn(facts, access));
  const grown = puts.find((access) => (access.kind === 'change' && (access.method === 'push' || access.method === 'add')) || (access.kind === 'put' && access.value !== undefined && unwrap(access.value).type === 'ArrayExpression' && derivesFromSelf(facts, access.value)));
  if (handed && grown) return verdict('queue', grown);
  const worked = facts.writes.find((access) => access.kind === 'remove' && isDeletedAfterWork(facts, access));
  if (worked) return verdict('queue', added);
  const emptied = facts.writes.find((access) => (access.kind === 'clear' || (access.kind === 'remove' && access.method === 'splice') || (access.kind === 'assign' && access.method === undefined && isRestOfSelf(facts, access))) && isHandedOnBefore(facts, access));
  return emptied && verdict('queue', added);
}

/** In a loop over the cell each element is awaited on and then deleted: no age decides. */
function isDeletedAfterWork(facts: Facts, removed: Access): boolean {
  const fn = facts.analysis.source.functionOf(removed.site);
  const key = removed.key ? unwrap(removed.key) : undefined;
  if (fn === null || key?.type !== 'Identifier') return false;
  const isElement = facts.accesses.some((access) => access.depth === 1 && access.node === key) || derivesFromSelf(facts, key, 2, ['iterate']);
  if (!isElement || !isUnconditional(removed.site) && !isInLoopBody(removed.site)) return false;
  return facts.calls.within(facts.calls.holderOf(removed.site)).some((node) => contains(fn, node) && node.range[0] < removed.site.range[0] && outermost(node).parent?.type === 'AwaitExpression' && facts.accesses.some((access) => access.depth > 0 && contains(node, access.node)));
}

/** Nothing but loops stands between a node and its function. */
function isInLoopBody(node: Node): boolean {
  for (let current: Node | undefined = node; current && !isFunction(current); current = current.parent) {
    if (current.type === 'IfStatement' || current.type === 'SwitchCase' || current.type === 'CatchClause') return false;
  }
  return true;
}

/** What is removed under a key was passed to an awaited call in the same function. */
function isElementHandedOn(facts: Facts, removed: Access): boolean {
  return facts.reads.some((access) => access.depth === 1 && access.how === 'argument' && access.fn === removed.fn && access.fn !== null && isAsked(facts, access.site));
}

/** `list = list.slice(100)`: what was handed on is cut off. */
function isRestOfSelf(facts: Facts, access: Access): boolean {
  const value = access.value ? unwrap(access.value) : undefined;
  return value?.type === 'CallExpression' && calleeName(value) === 'slice' && derivesFromSelf(facts, value);
}

/** Dropped because the collection is full, with what was dropped used for nothing but its key. */
function isEviction(facts: Facts, access: Access): boolean {
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    if ((node.type === 'IfStatement' || node.type === 'WhileStatement') && facts.accesses.some((other) => other.kind === 'size' && contains((node as { test: Node }).test, other.node))) {
      const declarator = outermost(access.site).parent;
      return declarator?.type === 'ExpressionStatement' || (declarator?.type === 'CallExpression' && calleeName(declarator) === 'delete');
    }
  }
  return false;
}

/** Before it is emptied, the content is iterated, passed on or kept under another name in the same function. */
function isHandedOnBefore(facts: Facts, emptied: Access): boolean {
  const fn = emptied.fn;
  return facts.reads.some((access) => {
    if (access.fn === null || fn === null || !(access.fn === fn || contains(fn, access.site))) return false;
    if (access.site.range[0] > emptied.site.range[0] && !contains(access.site, emptied.site)) return false;
    if (access.depth > 1) return false;
    if (access.kind === 'iterate') return !isOnlyLogged(facts, access) && !isPruningLoop(facts, access) && !isClosingLoop(facts, access);
    return access.kind === 'read' && (access.how === 'argument' || access.how === 'value') && !isOnlyLogged(facts, access);
  }) || isCopiedBefore(facts, emptied);
}

/** `for (const client of clients.values()) await client.close()`: the elements are told, not handed on. */
function isClosingLoop(facts: Facts, access: Access): boolean {
  const loop = access.site.type === 'ForOfStatement' ? access.site : outermost(access.site).parent;
  if (loop?.type !== 'ForOfStatement') return false;
  const inside = facts.accesses.filter((other) => other.depth > 0 && contains(loop.body, other.node));
  return inside.length > 0 && inside.every((other) => other.kind === 'call' || (other.kind === 'read' && other.how === 'call'));
}

function isPruningLoop(facts: Facts, access: Access): boolean {
  return facts.writes.some((write) => write.kind === 'remove' && contains(access.site, write.site));
}

/** `const batch = pending; pending = [];` and `const [first] = [pending, pending = []]`. */
function isCopiedBefore(facts: Facts, emptied: Access): boolean {
  const { cell, analysis } = facts;
  if (cell.kind === 'instance field' || cell.kind === 'static field' || cell.kind === 'property') {
    const statement = statementOf(emptied.site);
    const block = statement?.parent;
    if (block?.type !== 'BlockStatement') return false;
    const before = block.body.slice(0, block.body.indexOf(statement as never));
    return before.some((candidate) => candidate.type === 'VariableDeclaration' && candidate.declarations.some(({ init }) => init && unwrap(init).type === 'MemberExpression' && analysis.source.text.slice(...unwrap(init).range) === analysis.source.text.slice(...emptied.node.range)));
  }
  const variable = analysis.source.variableOf(emptied.node);
  return (variable?.references ?? []).some((reference) => {
    const node = reference.identifier as Node;
    const parent = outermost(node).parent;
    return reference.isRead() && parent?.type === 'VariableDeclarator' && parent.init !== null && analysis.source.functionOf(node) === emptied.fn && node.range[0] < emptied.site.range[0];
  });
}

function statementOf(node: Node): Node | undefined {
  let current: Node | undefined = node;
  while (current && !/Statement$|^VariableDeclaration$/.test(current.type)) current = current.parent;
  return current;
}

/** Values with a state of a job in them, or numbers that are percentages. */
function classifyKeyedProgress(facts: Facts, puts: readonly Access[]): Step {
  if (!isReadBack(facts) || /circuit|breaker/i.test(`${facts.cell.name} ${ownerName(facts.cell.owner) ?? ''}`)) return undefined;
  const states = puts.filter((access) => isStatusField(access.field) || statesIn(facts, access.value).length > 0);
  const distinct = new Set(states.flatMap((access) => (access.kind === 'change' && access.value !== undefined && isStatusField(access.field) ? textsIn(facts, access.value) : statesIn(facts, access.value))));
  const changes = puts.some((access) => access.kind === 'change' && isStatusField(access.field) && access.depth >= 1);
  const isNamed = suggests('progress', [facts.cell.name]);
  if (states.length > 0 && (distinct.size > 1 || (distinct.size > 0 && (changes || isNamed)) || (changes && isNamed))) return verdict('progress', states[0]);
  const sequence = puts.filter((access) => access.value !== undefined && textsIn(facts, access.value).length > 0);
  if (new Set(sequence.flatMap((access) => textsIn(facts, access.value!))).size > 1 && sequence.some((access) => sequence.some((other) => other !== access && isSameFlow(facts, access, other)))) return verdict('progress', sequence[0]);
  const strong = states.find((access) => access.kind === 'change' && (/^(progress\w*|percent\w*|stage|\w*step)$/i.test(access.field ?? '') || suggests('stage', [access.fn ? functionName(access.fn) : undefined])));
  if (strong && !suggests('retry', [facts.cell.name])) return verdict('progress', strong);
  const fields = puts.filter((access) => objectFieldsOf(facts, access.value).some((field) => /^(step|stage|phase|percent\w*|progress)$/i.test(field)));
  if (fields.length > 0 && (isNamed || fields.length > 1 || changes)) return verdict('progress', fields[0]);
  const named = isNamed ? puts.find((access) => objectFieldsOf(facts, access.value).some(isStatusField)) : undefined;
  if (named) return verdict('progress', named);
  const percentage = puts.find((access) => access.value !== undefined && isPercentage(facts, access.value));
  if (percentage) return verdict('progress', percentage);
  if (/progress|percent/i.test(facts.cell.name) && puts.some((access) => access.kind === 'put' && isFrom(facts, access.value, 'caller', 'request', 'constant', 'external', 'unknown'))) return verdict('progress', puts[0]);
  return undefined;
}

/** Literals that name a state, in a value or in its fields named as states. */
function statesIn(facts: Facts, value: Node | undefined): string[] {
  if (!value) return [];
  const inner = unwrap(value);
  const text = stringValue(inner);
  if (text !== undefined) return isStatusValue(text) ? [text] : [];
  if (inner.type === 'ConditionalExpression') return [...statesIn(facts, inner.consequent), ...statesIn(facts, inner.alternate)];
  if (inner.type === 'ObjectExpression') {
    return inner.properties.flatMap((property) => (property.type === 'SpreadElement' ? spreadStates(facts, property.argument) : isStatusField(keyName(property)) ? textsIn(facts, property.value) : []));
  }
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    if (definition) {
      const init = unwrap(definition);
      if (init.type === 'ObjectExpression' || init.type === 'Literal' || init.type === 'ConditionalExpression') return statesIn(facts, init);
    }
    return argumentsFor(facts, inner).flatMap((argument) => statesIn(facts, argument));
  }
  return [];
}

/** States in what is spread: an object, a default, or what callers pass. */
function spreadStates(facts: Facts, value: Node): string[] {
  const inner = unwrap(value);
  if (inner.type === 'LogicalExpression') return spreadStates(facts, inner.right);
  if (inner.type === 'ObjectExpression') return statesIn(facts, inner);
  return inner.type === 'Identifier' ? argumentsFor(facts, inner).flatMap((argument) => (unwrap(argument).type === 'ObjectExpression' ? statesIn(facts, argument) : [])) : [];
}

/** Literals of a value, also those that callers pass for a parameter. */
function textsIn(facts: Facts, value: Node, depth = 3): string[] {
  const inner = unwrap(value);
  const text = stringValue(inner);
  if (text !== undefined) return [text];
  if (depth === 0) return [];
  if (inner.type === 'MemberExpression') return enumText(facts, inner);
  if (inner.type === 'LogicalExpression') return textsIn(facts, inner.right, depth - 1);
  if (inner.type === 'ConditionalExpression') return [...textsIn(facts, inner.consequent, depth - 1), ...textsIn(facts, inner.alternate, depth - 1)];
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    return definition ? textsIn(facts, definition, depth - 1) : argumentsFor(facts, inner).flatMap((argument) => textsIn(facts, argument, depth - 1));
  }
  return [];
}

/** `Step.Printing` of an enum, `STATUS.DONE` of a constant object. */
function enumText(facts: Facts, node: Node): string[] {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return [];
  const name = lastProperty(node);
  const definition = facts.analysis.source.variableOf(node.object)?.defs[0]?.node as Node | undefined;
  if (definition?.type === 'TSEnumDeclaration') return [name];
  const init = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : undefined;
  const value = propertyValue(init, name);
  const text = value && stringValue(value);
  return text === undefined ? [] : [text];
}

/** What the callers in this file pass for a parameter. */
function argumentsFor(facts: Facts, identifier: Node): Node[] {
  const definition = facts.analysis.source.variableOf(identifier)?.defs[0];
  if (definition?.type !== 'Parameter' || !isFunction(definition.node as Node)) return [];
  const fn = definition.node as FunctionNode;
  const index = fn.params.findIndex((parameter) => parameter === definition.name || (parameter.type === 'AssignmentPattern' && parameter.left === definition.name));
  if (index === -1) return [];
  return facts.analysis.reach.callersOf(fn).flatMap(({ node }) => {
    const argument = node.arguments[index];
    return argument && argument.type !== 'SpreadElement' ? [argument] : [];
  });
}

function objectFields(value: Node | undefined): string[] {
  const inner = value ? unwrap(value) : undefined;
  return inner?.type === 'ObjectExpression' ? inner.properties.flatMap((property) => (property.type === 'Property' ? [keyName(property) ?? ''] : [])) : [];
}

function objectFieldsOf(facts: Facts, value: Node | undefined): string[] {
  const inner = value ? unwrap(value) : undefined;
  return objectFields(inner?.type === 'Identifier' ? localDefinition(facts, inner) : inner);
}

function isPercentage(facts: Facts, value: Node): boolean {
  let isScaled = false;
  let isShare = false;
  walk(facts, value, (node) => {
    if (node.type === 'Literal' && node.value === 100) isScaled = true;
    if (node.type === 'BinaryExpression' && node.operator === '/') isShare = true;
  });
  return isShare && (isScaled || suggests('progress', [facts.cell.name]));
}

/** Something that is not a log reads the content again. */
function isReadBack(facts: Facts): boolean {
  return facts.reads.some((access) => (access.kind === 'get' || access.kind === 'iterate' || access.kind === 'has' || access.kind === 'read') && access.how !== 'log' && !isOnlyLogged(facts, access));
}

function classifyCounts(facts: Facts, puts: readonly Access[]): Step {
  const counted = puts.find((access) => (access.kind === 'update' && access.delta !== undefined) || isIncrementOfSelf(facts, access.value)) ?? puts.find((access) => access.kind === 'update' && access.depth > 0);
  const window = counted ? undefined : windowOfTimes(facts, puts);
  const decisive = counted ?? window;
  if (!decisive) return undefined;
  if (namesMetrics(facts.cell.name)) return false;
  if (counted && holdsRecords(facts)) return undefined;
  if (counted && /^\*/.test(stepOfSelf(facts, counted.value) ?? '')) return verdict('retry', counted);
  if (counted && isProgressCount(facts, puts)) return verdict('progress', counted);
  if (isRetryCount(facts, decisive)) return verdict('retry', decisive);
  return verdict('counter', decisive);
}

/** A list that starts with objects of several fields holds records, whatever number in them changes. */
function holdsRecords(facts: Facts): boolean {
  const init = facts.cell.init ? unwrap(facts.cell.init) : undefined;
  const first = init?.type === 'ArrayExpression' ? init.elements[0] : undefined;
  return first?.type === 'ObjectExpression' && first.properties.length > 2;
}

function isProgressCount(facts: Facts, puts: readonly Access[]): boolean {
  if (/circuit|breaker/i.test(facts.cell.name) || isBreaker(facts)) return false;
  return puts.some((access) => statesIn(facts, access.value).length > 0 || (access.kind === 'change' && isStatusField(access.field))) && suggests('progress', [facts.cell.name, ownerName(facts.cell.owner)]);
}

/** Time stamps kept by key and filtered by age. */
function windowOfTimes(facts: Facts, puts: readonly Access[]): Access | undefined {
  const aged = facts.accesses.some((access) => access.kind === 'iterate' && (access.method === 'filter' || access.method === 'findIndex') && hasTime(facts, access.site));
  const stamped = puts.find((access) => (access.method === 'push' || access.kind === 'put' || access.kind === 'change') && (containsTime(facts, access.value) || (aged && derivesFromSelf(facts, access.value))));
  if (!stamped) return undefined;
  const isCounted = facts.accesses.some((access) => (access.kind === 'size' || access.field === 'length') && isComparedWithLimit(facts, access));
  const isFiltered = facts.accesses.some((access) => access.kind === 'iterate' && (access.method === 'filter' || access.method === 'findIndex'));
  return isCounted && (isFiltered || facts.writes.some((access) => access.kind === 'assign' && derivesFromSelf(facts, access.value)) || facts.writes.some((access) => access.method === 'shift')) ? stamped : undefined;
}

/** A number of elements compared with a limit, not with none or one, and not to make room. */
function isComparedWithLimit(facts: Facts, access: Access): boolean {
  const comparison = outermost(access.node).parent?.type === 'MemberExpression' ? outermost(outermost(access.node).parent!).parent : outermost(access.node).parent;
  if (comparison?.type !== 'BinaryExpression' || !/^([<>]=?|[=!]==?)$/.test(comparison.operator)) return false;
  const other = unwrap(comparison.left as Node) === unwrap(access.node) || contains(comparison.left as Node, access.node) ? comparison.right : comparison.left;
  const number = numberValue(other as Node);
  if (number !== undefined && number <= 1) return false;
  const holder = comparison.parent;
  return !(holder?.type === 'IfStatement' && facts.writes.some((write) => (write.kind === 'take' || write.kind === 'remove' || write.kind === 'clear') && contains(holder.consequent, write.site)));
}

function containsTime(facts: Facts, value: Node | undefined): boolean {
  const inner = value ? unwrap(value) : undefined;
  if (!inner) return false;
  if (inner.type === 'ArrayExpression') return inner.elements.some((element) => element !== null && isTimeValue(facts, element));
  if (inner.type === 'ObjectExpression') return inner.properties.some((property) => property.type === 'Property' && isTimeValue(facts, property.value));
  return isTimeValue(facts, inner);
}

function isRetryCount(facts: Facts, decisive: Access): boolean {
  const { cell } = facts;
  const keys = facts.accesses.flatMap((access) => [...(access.key ? [textOf(facts, access.key)] : []), ...(cell.container === 'array' ? objectFields(access.value) : [])]);
  const names = [cell.name, ownerName(cell.owner)];
  const isPersonal = namesPerson([cell.name, ...keys]) || suggests('counter', [cell.name]);
  const isNamed = suggests('retry', [cell.name, decisive.field]) || isBreaker(facts);
  const inCatch = isInCatch(decisive.site);
  if (inCatch && !isPersonal) return true;
  if (isNamed && !isPersonal) return true;
  if (isPersonal || cell.container === 'scalar' || !facts.accesses.some((access) => access.how === 'compare')) return false;
  return facts.writes.some((access) => access.kind === 'remove' && !isPruning(facts, access) && [access.site, ...callSitesOf(facts, access)].some((site) => [decisive.site, ...callSitesOf(facts, decisive)].some((count) => holderFunction(facts, count) === holderFunction(facts, site) && isLater(site, count))));
}

function isBreaker(facts: Facts): boolean {
  return /retr(y|ies)|breaker|circuit|back-?off/i.test(ownerName(facts.cell.owner) ?? '');
}

function textOf(facts: Facts, node: Node): string {
  return facts.analysis.source.text.slice(...node.range);
}

function classifyKeyedLock(facts: Facts, puts: readonly Access[]): Step {
  const set = puts.filter((access) => access.kind === 'put');
  const removed = facts.writes.filter((access) => access.kind === 'remove' && !isPruning(facts, access));
  const isChangedBack = puts.some((access) => access.value !== undefined && booleanValue(access.value) === true) && puts.some((access) => access.value !== undefined && booleanValue(access.value) === false);
  if (set.length === 0 || (removed.length === 0 && !isChangedBack && !isLease(facts, set))) return undefined;
  if (!set.every((access) => isMarker(facts, access))) return undefined;
  const away = facts.tests.filter((test) => test.polarity !== 'absent' || true).filter(turnsAwayOrCompares);
  if (away.length === 0) return undefined;
  if (facts.accesses.some((access) => access.kind === 'iterate' && !isPruningLoop(facts, access) && access.how !== 'log' && !isPruningRead(facts, access))) return undefined;
  const named = suggests('lock', facts.names) && !suggests('dedup', [facts.cell.name]);
  const isReleased = removed.some((access) => isInFinally(access.site) || set.some((put) => isSameFlow(facts, put, access) && isLater(access.site, put.site)));
  if (isReleased && removed.every((access) => isInCatch(access.site)) ) return undefined; // undone on failure: a dedup that lets the retry through
  const guarded = set.some((access) => isGuarded(facts.analysis, facts.tests, access) || away.some((test) => isReachedLater(facts, test, access)));
  if (guarded && (isReleased || isChangedBack || (named && (removed.length > 0 || isLease(facts, set))))) return verdict('lock', set[0]);
  return undefined;
}

function isPruningRead(facts: Facts, access: Access): boolean {
  return access.site.type === 'CallExpression' && facts.writes.some((write) => write.kind === 'remove' && contains(access.site, write.site));
}

function turnsAwayOrCompares(test: Test): boolean {
  return turnsAway(test);
}

function isReachedLater(facts: Facts, test: Test, access: Access): boolean {
  return holderFunction(facts, test.holder) === holderFunction(facts, access.site) && access.site.range[0] > test.holder.range[0] && !contains(branchesOf(test).present, access.site);
}

function isLease(facts: Facts, puts: readonly Access[]): boolean {
  return puts.every((access) => access.value !== undefined && isFrom(facts, access.value, 'time') && hasArithmetic(facts, access.value)) && suggests('lock', facts.names);
}

/** A value that only says that the key is there: nothing, a constant, a time, the key itself. */
function isMarker(facts: Facts, access: Access): boolean {
  if (access.value === undefined || facts.cell.container === 'set' || access.method === 'add') return true;
  if (isNewCollection(access.value)) return false;
  if (isKeyOnly(facts)) return true;
  if (access.method === 'push' || access.method === 'unshift') return isScalarKey(facts, access.value);
  const inner = unwrap(access.value);
  if (access.key && inner.type === 'Identifier' && unwrap(access.key).type === 'Identifier' && textOf(facts, inner) === textOf(facts, access.key)) return true;
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    return definition !== undefined && (unwrap(definition).type === 'Literal' || isTimeValue(facts, definition));
  }
  return inner.type === 'Literal' || isTimeValue(facts, inner);
}

/** The stored values are only tested or compared with an age: nobody reads them as data. */
function isKeyOnly(facts: Facts): boolean {
  return facts.cell.container !== 'array' && !facts.writes.some((access) => access.kind === 'change' || access.kind === 'update') && !facts.reads.some((access) => access.depth > 0 && access.kind !== 'has' && access.how !== 'test' && access.how !== 'compare' && access.how !== 'log' && access.method === undefined && !(isTimeCompared(facts, access) && !isReturned(facts, access)));
}

function isNewCollection(value: Node): boolean {
  const inner = unwrap(value);
  return (inner.type === 'ArrayExpression' && inner.elements.length === 0) || (inner.type === 'ObjectExpression' && inner.properties.length === 0) || (inner.type === 'NewExpression' && /^(Map|Set)$/.test(calleeText(inner) ?? ''));
}

/** An id rather than a record: a member, a name, a template, a call that makes a string. */
function isScalarKey(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'ObjectExpression') return inner.properties.length <= 2 && inner.properties.some((property) => property.type === 'Property' && isTimeValue(facts, property.value));
  if (inner.type === 'ArrayExpression') return inner.elements.length <= 2 && inner.elements.some((element) => element !== null && isTimeValue(facts, element));
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    if (definition && unwrap(definition).type === 'ObjectExpression') return isScalarKey(facts, definition);
  }
  return inner.type === 'Identifier' || inner.type === 'MemberExpression' || inner.type === 'TemplateLiteral' || inner.type === 'CallExpression';
}

/** A stored promise that hits share and that is removed when it settles. */
function classifyInFlight(facts: Facts, puts: readonly Access[]): Step {
  const set = puts.filter((access) => access.kind === 'put');
  const isPending = set.length > 0 && set.every((access) => access.value !== undefined && isPromise(facts, access.value));
  if (!isPending) return undefined;
  const removed = facts.writes.some((access) => access.kind === 'remove' || access.kind === 'clear');
  return removed ? false : undefined;
}

function isPromise(facts: Facts, value: Node, depth = 3): boolean {
  const inner = unwrap(value);
  if (depth === 0) return false;
  if (inner.type === 'CallExpression') {
    const name = calleeName(inner) ?? '';
    if (/^(then|catch|finally)$/.test(name)) return true;
    if (isFunction(inner.callee)) return inner.callee.async;
    const callees = facts.analysis.reach.calleesOf(inner);
    return callees.length > 0 ? callees.some((callee) => callee.async) : /promise/i.test(declaredText(facts));
  }
  if (inner.type === 'NewExpression') return calleeText(inner) === 'Promise';
  if (inner.type === 'ObjectExpression') return inner.properties.some((property) => property.type === 'Property' && isPromise(facts, property.value, depth - 1));
  if (inner.type === 'Identifier') {
    const variable = facts.analysis.source.variableOf(inner);
    const definition = variable?.defs[0]?.node as Node | undefined;
    if (definition?.type === 'VariableDeclarator' && definition.init && isPromise(facts, definition.init, depth - 1)) return true;
    if (variable?.references.some((reference) => reference.isWrite() && !reference.init && reference.writeExpr && isPromise(facts, reference.writeExpr as Node, depth - 1))) return true;
    return definition?.type === 'VariableDeclarator' && definition.init ? /promise/i.test(declaredText(facts)) && unwrap(definition.init).type === 'CallExpression' : false;
  }
  return false;
}

/** The cell's own declaration, to see `Map<string, Promise<…>>`. */
function declaredText(facts: Facts): string {
  const declaration = facts.cell.node.parent;
  return declaration ? facts.analysis.source.text.slice(declaration.range[0], Math.min(declaration.range[1], declaration.range[0] + 200)) : '';
}

function classifyKeyedDedup(facts: Facts, puts: readonly Access[]): Step {
  const { cell, tests, analysis } = facts;
  const added = puts.filter((access) => access.kind === 'put' || access.kind === 'assign');
  if (added.length === 0) return undefined;
  if (added.some((access) => access.value !== undefined && isSizeGrowth(facts, access))) return verdict('dedup', added[0]);
  const named = suggests('dedup', [cell.name, ownerName(cell.owner)]) || suggests('dedup', facts.names.slice(2)) && !suggests('cache', [cell.name]);
  const grown = growthTest(facts, added);
  if (grown) return verdict('dedup', grown);
  const markers = added.every((access) => isMarker(facts, access));
  const away = tests.filter((test) => test.access.kind !== 'size' && turnsAway(test));
  if (markers) {
    if (isIteratedAsData(facts) && !named) return undefined;
    const attempts = added.find((access) => isInCatch(access.site));
    if (attempts && facts.accesses.some((access) => (access.kind === 'size' || access.field === 'length') && isComparedWithLimit(facts, access))) return verdict('retry', attempts);
    const flow = added.find((access) => away.some((test) => isReachedWhenAbsent(analysis, test, access.site) || isReachedLater(facts, test, access)) || isGuarded(analysis, tests, access));
    if (flow && isBackedByClaim(facts, flow)) return false;
    if (flow) return isThrottle(facts, added, away) ?? (flow.fn ? isWarnedOnce(facts, flow) : undefined) ?? verdict('dedup', flow);
    const isWrapped = added.every((access) => isTimeValue(facts, access.value)) && facts.reads.some((access) => access.depth > 0 && isTimeCompared(facts, access)) && facts.tests.some((test) => test.holder.type === 'IfStatement' && added.every((access) => contains(test.holder, access.site)));
    if (isWrapped && !named) return false;
    if (named && added.some((access) => access.fn !== null) && tests.length + facts.reads.filter((access) => access.kind === 'has').length > 0) return verdict('dedup', added[0]);
    return undefined;
  }
  // The stored result of the work: a hit gives the earlier answer instead of doing the work again.
  const strong = suggests('dedup', [cell.name]) || /idempoten|dedup/i.test(facts.names.join(' ')) || facts.accesses.some((access) => access.key !== undefined && /idempoten|dedup|nonce/i.test(textOf(facts, access.key)));
  const flow = added.find((access) => away.some((test) => isReachedWhenAbsent(analysis, test, access.site) || isReachedLater(facts, test, access)));
  if (strong && flow && !isSynchronousMemo(facts, flow)) return verdict('dedup', flow);
  const remembered = added.find((access) => callSitesOf(facts, access).some((site) => tests.some((test) => contains(branchesOf(test).absent, site))));
  if (strong && remembered) return verdict('dedup', remembered);
  if (/idempoten|dedup|nonce/i.test(facts.names.join(' ')) && facts.reads.some((access) => access.kind === 'get' || access.kind === 'has')) return verdict('dedup', added[0]);
  return undefined;
}

/** A synchronous function that returns what it has computed before. */
function isSynchronousMemo(facts: Facts, flow: Access): boolean {
  const fn = holderFunction(facts, flow.site);
  return fn !== null && !fn.async && !/idempoten|dedup|nonce/i.test(facts.names.join(' ')) && facts.reads.some((access) => access.depth > 0 && isReturned(facts, access)) && unwrap(flow.value ?? flow.site).type !== 'Literal';
}

/** Where the function of an access is called from, inside this file. */
function callSitesOf(facts: Facts, access: Access): readonly Node[] {
  if (access.fn === null || facts.analysis.handlers.byFunction.has(access.fn)) return [];
  return facts.analysis.reach.callersOf(access.fn).map((site) => site.node);
}

/** The same function claims the key in a store with a conditional write: the cell only saves the trip. */
function isBackedByClaim(facts: Facts, flow: Access): boolean {
  const fn = holderFunction(facts, flow.site);
  return facts.calls.within(fn).some((node) => outermost(node).parent?.type === 'AwaitExpression' && CLAIM.test(textOf(facts, node)));
}

const CLAIM = /\bnx\b|['"]NX['"]|setnx|attribute_not_exists|ON CONFLICT|onConflict|ConditionExpression|skipDuplicates|putIfAbsent|onlyIfNew|ifNotExists|INSERT OR IGNORE|ignoreDuplicates/i;

function isSizeGrowth(_facts: Facts, access: Access): boolean {
  const member = outermost(access.site).parent;
  return access.method === 'add' && member?.type === 'MemberExpression' && member.property.type === 'Identifier' && member.property.name === 'size';
}

/** `const before = seen.size; seen.add(id); if (seen.size === before) return`. */
function growthTest(facts: Facts, added: readonly Access[]): Access | undefined {
  const sizes = facts.tests.filter((test) => test.access.kind === 'size' && test.against !== undefined && derivesFromSelf(facts, test.against, 3, ['size']) && turnsAway({ ...test, polarity: 'present' }));
  return sizes.length > 0 ? added.find((access) => access.method === 'add' || access.method === 'set') : undefined;
}

/** The content as a whole is answered, sent or worked through. */
function isIteratedAsData(facts: Facts): boolean {
  return facts.reads.some((access) => (access.kind === 'iterate' && !/^(some|every|find\w*)$/.test(access.method ?? '') && !isOnlyLogged(facts, access) && !isPruningLoop(facts, access) && !isPruningRead(facts, access) && !isEvictionRead(facts, access) && access.method !== 'filter') || (access.depth === 0 && access.kind === 'read' && (access.how === 'argument' || (access.how === 'return' && !isInternal(facts, access.fn)))));
}

/** A helper of this file whose result its callers here go on with. */
function isInternal(facts: Facts, fn: FunctionNode | null): boolean {
  return fn !== null && !facts.analysis.handlers.byFunction.has(fn) && facts.analysis.reach.callersOf(fn).length > 0;
}

/** `cache.keys().next().value`, `[...seen][0]`: the oldest, to make room. */
function isEvictionRead(facts: Facts, access: Access): boolean {
  const statement = statementOf(access.site);
  const block = statement?.parent;
  if (facts.writes.some((write) => write.kind === 'remove' && statement !== undefined && contains(statement, write.site))) return true;
  return block?.type === 'BlockStatement' && facts.writes.some((write) => (write.kind === 'remove' || write.kind === 'assign' || write.kind === 'clear') && contains(block, write.site)) && facts.accesses.some((size) => size.kind === 'size' && block.parent?.type === 'IfStatement' && contains(block.parent.test, size.node));
}

/** A time stamp by key compared with an age: rejecting is a limit, leaving idempotent work out is a throttle. */
function isThrottle(facts: Facts, added: readonly Access[], away: readonly Test[]): Step {
  const isTimed = added.every((access) => isTimeValue(facts, access.value)) && facts.reads.some((access) => access.depth > 0 && access.kind !== 'has' && isTimeCompared(facts, access));
  if (!isTimed) return undefined;
  const keys = facts.accesses.flatMap((access) => (access.key ? [textOf(facts, access.key)] : []));
  const isMessage = suggests('dedup', [facts.cell.name, ownerName(facts.cell.owner), ...facts.names.slice(2)]);
  if (isMessage) return undefined;
  const rejects = away.some((test) => refuses(branchesOf(test).present));
  if (rejects && (namesPerson([facts.cell.name, ...keys]) || suggests('counter', [facts.cell.name, ...facts.names]))) return verdict('counter', added[0]);
  if (!rejects) return false;
  return undefined;
}

function isTimeCompared(facts: Facts, access: Access): boolean {
  for (let node: Node | undefined = access.node; node && !/Statement$/.test(node.type); node = node.parent) {
    if (node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator)) return isFrom(facts, node.left as Node, 'time') || isFrom(facts, node.right, 'time') || hasTime(facts, node);
  }
  return isAliased(access);
}

function hasTime(facts: Facts, node: Node): boolean {
  return identifiersIn(facts, node, true).some((identifier) => isFrom(facts, identifier, 'time')) || /Date\.now/.test(textOf(facts, node));
}

/** Whether a branch answers with a refusal: it throws, returns false, or returns a response with an error status. */
function refuses(branch: Node | undefined): boolean {
  if (!branch) return false;
  if (branch.type === 'ThrowStatement') return true;
  if (branch.type === 'ReturnStatement') return booleanValue(branch.argument) === false || (branch.argument !== null && /\b(4\d\d|503|error|Error|limit|allowed: false|ok: false)\b/.test(codeOf(branch.argument)));
  if (branch.type === 'BlockStatement') return branch.body.some(refuses) || /\b(429|403|409|423|503)\b/.test(codeOf(branch));
  return false;
}

/** Numbers and names of an expression as text, without its source: enough to see a status code. */
function codeOf(node: Node): string {
  const words: string[] = [];
  const pending: Node[] = [node];
  for (let current = pending.pop(), left = 200; current && left > 0; current = pending.pop(), left -= 1) {
    if (current.type === 'Literal') words.push(String(current.value));
    if (current.type === 'Identifier') words.push(current.name);
    if (current.type === 'Property' && booleanValue(current.value) === false) words.push(`${keyName(current) ?? ''}: false`);
    for (const [key, value] of Object.entries(current)) {
      if (key === 'parent') continue;
      if (Array.isArray(value)) pending.push(...(value as unknown[]).filter((item): item is Node => typeof (item as Node | null)?.type === 'string'));
      else if (typeof (value as Node | null)?.type === 'string') pending.push(value as Node);
    }
  }
  return words.join(' ');
}

/** The guarded work is only a log line: a warning once. */
function isWarnedOnce(facts: Facts, flow: Access): Step {
  if (/(logged|warned|deprecat|reported)/i.test(facts.cell.name) || /^(log|warn|deprecate|report)\w*Once$/i.test(functionName(flow.fn!) ?? '')) return false;
  const statement = statementOf(flow.site);
  const block = statement?.parent;
  if (block?.type !== 'BlockStatement') return undefined;
  const others = block.body.filter((candidate) => candidate !== statement && !facts.tests.some((test) => contains(candidate, test.holder)));
  if (others.length === 0) return undefined;
  return others.every((candidate) => candidate.type === 'ExpressionStatement' && (candidate.expression.type === 'CallExpression' || candidate.expression.type === 'AwaitExpression') && isLogCall(candidate.expression)) ? false : undefined;
}

function isLogCall(node: Node): boolean {
  const call = node.type === 'AwaitExpression' ? unwrap(node.argument) : node;
  return call.type === 'CallExpression' && /(^|\.)(console|log|logger|warn|warning|deprecate)(\.|$)|\.(warn|info|debug|warning)$/i.test(calleeText(call) ?? '');
}

/** The stored position is passed to the next read, and what is read gives the new position. */
function classifyKeyedCheckpoint(facts: Facts, puts: readonly Access[]): Step {
  for (const access of puts) {
    if (access.kind !== 'put' || access.value === undefined || access.method === 'push' || isGuarded(facts.analysis, facts.tests, access)) continue;
    const call = facts.reads.filter((read) => read.kind === 'get').flatMap((read) => callsGiven(facts, read.method === undefined ? read.node : read.site, 3)).find((given) => isAsked(facts, given) && dependsOn(facts, access.value!, given));
    if (call && isOnlyPassed(facts)) return verdict('checkpoint', access);
  }
  const moved = puts.find((access) => access.value !== undefined && (isFrom(facts, access.value, 'external') || suggests('checkpoint', [facts.cell.name])) && access.method !== 'push' && unwrap(access.value).type !== 'ObjectExpression');
  if (!moved) return undefined;
  const passed = facts.reads.find((access) => access.kind === 'get' && isPassedToRead(facts, access));
  return passed && suggests('checkpoint', [facts.cell.name, ...facts.names]) ? verdict('checkpoint', moved) : undefined;
}

/** Nobody uses the position for anything but the next read. */
function isOnlyPassed(facts: Facts): boolean {
  if (/etag|modified|secret|credential|auth|session|cookie/i.test(facts.cell.name)) return false;
  return facts.reads.every((access) => access.how === 'compare' || access.how === 'test' || access.how === 'log' || access.kind === 'has' || isPassedToRead(facts, access) || facts.writes.some((write) => contains(write.site, access.node)) || (access.how === 'return' && access.fn !== null && facts.analysis.reach.callersOf(access.fn).length > 0 && !facts.analysis.handlers.byFunction.has(access.fn)));
}

/** Values looked at on the way from a value to the call that made it. */
const MOST_STEPS = 60;

/** Whether a value is made of the result of a call, through locals, loops and parameters of this file's functions. */
function dependsOn(facts: Facts, value: Node, call: Node, asked = new Set<Node>()): boolean {
  if (contains(value, call)) return true;
  if (asked.has(value) || asked.size > MOST_STEPS) return false;
  asked.add(value);
  return identifiersIn(facts, value).some((identifier) => {
    const variable = facts.analysis.source.variableOf(identifier);
    const definition = variable?.defs[0];
    if (!variable || !definition || facts.analysis.source.isModuleLevel(variable)) return false;
    if (definition.type === 'Parameter' && isFunction(definition.node as Node) && outermost(definition.node as Node).parent === call) return true;
    if (definition.type === 'Parameter') return argumentsFor(facts, identifier).some((argument) => argument !== value && dependsOn(facts, argument, call, asked));
    if (definition.type !== 'Variable') return false;
    const loop = definition.node.parent.parent;
    if ((loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') && loop.left === definition.node.parent) return dependsOn(facts, loop.right, call, asked);
    if (definition.node.init && !contains(definition.node.init, value) && dependsOn(facts, definition.node.init, call, asked)) return true;
    return variable.references.some((reference) => reference.isWrite() && !reference.init && reference.writeExpr && !contains(reference.writeExpr as Node, value) && contains(reference.writeExpr as Node, call));
  });
}

/** Whether a read's value goes into the arguments of a call that is awaited. */
function isPassedToRead(facts: Facts, access: Access): boolean {
  return callsGiven(facts, access.method === undefined ? access.node : access.site, 3).some((call) => isAsked(facts, call));
}

/** The calls that a value is an argument of, also through a local name, a template or an options object. */
function callsGiven(facts: Facts, start: Node, depth: number): Node[] {
  const found: Node[] = [];
  let node = outermost(start);
  for (let steps = 0; steps < 20 && node.parent; steps += 1) {
    const parent: Node = node.parent;
    if ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== node) {
      found.push(parent);
    } else if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && depth > 0) {
      for (const reference of facts.analysis.source.variableOf(parent.id)?.references ?? []) {
        if (reference.isRead()) found.push(...callsGiven(facts, reference.identifier as Node, depth - 1));
      }
      return found;
    } else if (parent.type === 'AssignmentExpression' && parent.left.type === 'Identifier' && depth > 0) {
      for (const reference of facts.analysis.source.variableOf(parent.left)?.references ?? []) {
        if (reference.isRead() && (reference.identifier as Node).range[0] > node.range[1]) found.push(...callsGiven(facts, reference.identifier as Node, depth - 1));
      }
      return found;
    } else if (parent.type === 'AssignmentExpression' || /Statement$/.test(parent.type) || isFunction(parent)) {
      return found;
    }
    node = parent;
  }
  return found;
}

function isAsked(facts: Facts, call: Node): boolean {
  const parent = outermost(call).parent;
  if (call.type === 'CallExpression' && parent?.type === 'ExpressionStatement') {
    const last = call.arguments.at(-1);
    return last !== undefined && isFunction(last);
  }
  if (parent?.type === 'AwaitExpression' || parent?.type === 'ForOfStatement') return true;
  if (parent?.type === 'MemberExpression' || parent?.type === 'CallExpression' || parent?.type === 'NewExpression' || parent?.type === 'Property' || parent?.type === 'ObjectExpression') {
    return isAsked(facts, parent);
  }
  return parent?.type === 'ReturnStatement' || (parent?.type === 'ArrowFunctionExpression' && parent.body === call && call.type === 'CallExpression' && calleeText(call) === 'fetch');
}

/** What is left: values stored by key and read back. A cache has an authority behind its misses; a record has none. */
function classifyStored(facts: Facts, puts: readonly Access[]): Step {
  const { analysis, cell, tests } = facts;
  const data = puts.filter((access) => access.value === undefined || !isNewCollection(access.value));
  if (data.length > 0 && data.length < puts.length) return classifyStored(facts, data);
  if (isGenericCache(facts, puts)) return false;
  if (puts.every((access) => isGuarded(analysis, tests, access) && access.value !== undefined && !isFrom(facts, access.value, 'request', 'caller', 'fresh') && (access.key === undefined || access.key === access.site || !isFrom(facts, access.key, 'request', 'caller')))) return false;
  const fills = [...puts.filter((access) => access.value !== undefined && access.kind === 'put' && isFill(facts, access)), ...facts.writes.filter((access) => access.kind === 'assign' && !puts.includes(access) && access.value !== undefined && isAskedFor(facts, access.value))];
  const fallThrough = facts.reads.find((access) => access.kind === 'get' && fallsThrough(facts, access));
  const others = puts.filter((access) => !fills.includes(access));
  if (fills.length > 0 || fallThrough) {
    const fresh = fills.find((access) => isFrom(facts, access.value, 'fresh') && !isFrom(facts, access.value, 'external'));
    if (fresh && !fallThrough) return verdict('cache', fresh, 'no-authority');
    const first = others.find((access) => isWrittenFirst(facts, access) && !(isExpiring(facts) && isStoredAfter(facts, access)));
    if (first) return verdict('cache', first, 'written-first');
    const decisive = fills[0] ?? puts[0];
    const isBounded = facts.writes.some((access) => access.kind === 'remove' || access.kind === 'clear' || access.kind === 'take') || facts.reads.some((access) => isTimeCompared(facts, access) && access.depth > 0);
    const isRequestKeyed = puts.some((access) => access.key !== undefined && isFrom(facts, access.key, 'request', 'caller'));
    return !isBounded && isRequestKeyed ? verdict('cache', decisive, 'unbounded', true) : false;
  }
  if (!isReadBack(facts)) return undefined;
  const stored = puts.find((access) => isDataWrite(facts, access));
  if (!stored) return undefined;
  if (puts.every((access) => access.value !== undefined && isFrom(facts, access.value, 'external') && !isFrom(facts, access.value, 'request', 'caller', 'fresh') && access.kind === 'put')) return false;
  if (cell.container === 'object' && tests.length > 0 && puts.every((access) => isGuarded(analysis, tests, access)) && puts.every((access) => unwrap(access.value ?? access.site).type === 'NewExpression')) return false;
  return verdict('record', stored);
}

/** `setCache(key, value)` of a module that callers put their own lookups behind: their authority is out of sight. */
function isGenericCache(facts: Facts, puts: readonly Access[]): boolean {
  const names = [facts.cell.name, ownerName(facts.cell.owner), ...facts.names.slice(2)];
  return suggests('cache', names) && puts.every((access) => access.value !== undefined && [...originsOf(facts, access.value)].every((origin) => origin === 'caller' || origin === 'time' || origin === 'constant' || origin === 'load' || origin === 'state' || origin === 'unknown') && isFrom(facts, access.value, 'caller')) && !facts.reads.some((access) => access.kind === 'get' && fallsThrough(facts, access));
}

function isDataWrite(facts: Facts, access: Access): boolean {
  if (access.kind === 'assign' || access.kind === 'change') return true;
  const nodes = [access.key, access.value].filter((node): node is Node => node !== undefined);
  return nodes.some((node) => isFrom(facts, node, 'request', 'caller', 'fresh', 'external', 'error', 'state', 'unknown') || (isFrom(facts, node, 'time') && unwrap(node).type === 'ObjectExpression'));
}

/** A write that happens on a miss, with a value that was asked for or computed. */
function isFill(facts: Facts, access: Access): boolean {
  const value = access.value!;
  if (access.method === 'push' || access.method === 'unshift' || access.method === 'add') return false;
  if (isAfterMiss(facts, access)) return true;
  if (!isAnswer(facts, value)) return false;
  if (isGuarded(facts.analysis, facts.tests, access)) return true;
  // A later statement of the function that looked first: `const hit = get(k); if (fresh(hit)) return hit; … set(k, loaded)`.
  if (isAskedFor(facts, value)) {
    return [access.site, ...callSitesOf(facts, access)].some((site) => facts.reads.some((read) => (read.kind === 'get' || read.kind === 'has') && holderFunction(facts, read.site) === holderFunction(facts, site) && read.node.range[0] < site.range[0]));
  }
  return false;
}

/** `if (hit is fresh) return hit.data; const data = await …; set(k, data)`: work is awaited between the miss and the write. */
function isAfterMiss(facts: Facts, access: Access): boolean {
  if (derivesFromSelf(facts, access.value)) return false;
  return [access.site, ...callSitesOf(facts, access)].some((site) => {
    const fn = holderFunction(facts, site);
    if (fn === null) return false;
    const miss = facts.tests.find((test) => (test.access.kind === 'get' || test.access.kind === 'has' || test.access.depth > 0) && holderFunction(facts, test.holder) === fn && test.holder.range[1] <= site.range[0] && (returnsElement(facts, branchesOf({ ...test, polarity: test.polarity === 'absent' ? 'absent' : 'present' }).present) || (facts.analysis.source.functionOf(test.holder) !== test.access.fn && isExpiringIn(facts, test.access.fn))));
    return miss !== undefined && isFrom(facts, access.value, 'external') || miss !== undefined && facts.calls.within(fn).some((node) => node.range[0] > miss.holder.range[1] && node.range[1] <= site.range[0] && outermost(node).parent?.type === 'AwaitExpression');
  });
}

/** A helper that looks up and checks the age. */
function isExpiringIn(facts: Facts, fn: FunctionNode | null): boolean {
  return fn !== null && facts.reads.some((access) => access.fn === fn && access.depth > 0 && (access.how === 'compare' || access.how === 'value') && isTimeCompared(facts, access) && /expir|ttl|until|time|at$/i.test(access.field ?? ''));
}

/** A branch that returns something of what is stored. */
function returnsElement(facts: Facts, branch: Node | undefined): boolean {
  return branch !== undefined && leaves(branch) && facts.reads.some((access) => access.depth > 0 && contains(branch, access.node) && !isOnlyLogged(facts, access));
}

/** Nothing but what an awaited call answered, with time stamps and constants beside it. */
function isAskedFor(facts: Facts, value: Node, depth = 9): boolean {
  const inner = unwrap(value);
  if (depth === 0) return false;
  switch (inner.type) {
    case 'AwaitExpression':
      return isFrom(facts, inner, 'external');
    case 'MemberExpression':
      return isAskedFor(facts, inner.object, depth - 1);
    case 'CallExpression': {
      const parts = [receiverOf(inner), ...inner.arguments.map((argument) => (argument.type === 'SpreadElement' ? argument.argument : argument))].filter((part): part is Node => part !== undefined && !isFunction(part));
      return parts.some((part) => isAskedFor(facts, part, depth - 1)) && parts.every((part) => isAskedFor(facts, part, depth - 1) || !isFrom(facts, part, 'request', 'caller'));
    }
    case 'LogicalExpression':
      return isAskedFor(facts, inner.right, depth - 1) || isAskedFor(facts, inner.left, depth - 1);
    case 'ConditionalExpression':
      return isAskedFor(facts, inner.consequent, depth - 1) || isAskedFor(facts, inner.alternate, depth - 1);
    case 'ObjectExpression':
      return (
        inner.properties.every((property) => property.type === 'Property' && (isAskedFor(facts, property.value, depth - 1) || !isFrom(facts, property.value, 'request', 'caller'))) &&
        inner.properties.some((property) => property.type === 'Property' && isAskedFor(facts, property.value, depth - 1))
      );
    case 'Identifier': {
      const variable = facts.analysis.source.variableOf(inner);
      if (variable?.defs[0]?.type === 'Parameter') {
        const given = argumentsFor(facts, inner);
        return given.length > 0 ? given.some((argument) => isAskedFor(facts, argument, depth - 1)) : isFrom(facts, inner, 'external') && !isFrom(facts, inner, 'caller');
      }
      const declarator = variable?.defs[0]?.node as Node | undefined;
      if (declarator?.type === 'VariableDeclarator' && declarator.init && declarator.id.type !== 'Identifier') return isAskedFor(facts, declarator.init, depth - 1);
      return (variable?.references ?? []).some((reference) => reference.isWrite() && reference.writeExpr && reference.writeExpr !== value && isAskedFor(facts, reference.writeExpr as Node, depth - 1));
    }
    default:
      return false;
  }
}

/** Asked from outside, or computed by a call: not a literal default such as `[]` or `{ count: 0 }`. */
function isAnswer(facts: Facts, value: Node, depth = 3): boolean {
  const inner = unwrap(value);
  if (isFrom(facts, inner, 'external')) return true;
  if (isFrom(facts, inner, 'fresh') && inner.type !== 'ObjectExpression' && inner.type !== 'ArrayExpression' && inner.type !== 'Identifier') return true;
  if (depth === 0) return false;
  switch (inner.type) {
    case 'CallExpression': {
      if (/^(Array|Object|Map|Set)\b/.test(calleeText(inner) ?? '')) return false;
      const callees = facts.analysis.reach.calleesOf(inner);
      if (callees.length === 0) return true;
      return callees.some((callee) => callee.async || facts.analysis.values.returnsOf(callee).some((returned) => isAnswer(facts, returned, depth - 1) || (unwrap(returned).type !== 'ObjectExpression' && isFrom(facts, returned, 'fresh'))));
    }
    case 'NewExpression':
      return !/^(Map|Set|Array|Object|WeakMap|Date)$/.test(calleeText(inner) ?? '');
    case 'AwaitExpression':
      return true;
    case 'Identifier': {
      const variable = facts.analysis.source.variableOf(inner);
      return (variable?.references ?? []).some((reference) => reference.isWrite() && reference.writeExpr !== undefined && reference.writeExpr !== null && reference.writeExpr !== value && isAnswer(facts, reference.writeExpr as Node, depth - 1));
    }
    case 'ObjectExpression':
      return inner.properties.some((property) => property.type === 'Property' && isAnswer(facts, property.value, depth - 1) && unwrap(property.value).type !== 'CallExpression') || inner.properties.some((property) => property.type === 'Property' && isFrom(facts, property.value, 'external'));
    case 'ConditionalExpression':
      return isAnswer(facts, inner.consequent, depth - 1) || isAnswer(facts, inner.alternate, depth - 1);
    case 'BinaryExpression':
    case 'TemplateLiteral':
      return !isFrom(facts, inner, 'time') && !derivesFromSelf(facts, inner) && isFrom(facts, inner, 'request', 'caller', 'unknown');
    case 'LogicalExpression':
      return isAnswer(facts, inner.left, depth - 1) || isAnswer(facts, inner.right, depth - 1);
    default:
      return false;
  }
}

/** `cache[id] ?? (await load(id))`: a miss is answered by somebody else. */
function fallsThrough(facts: Facts, access: Access): boolean {
  return facts.tests.some((test) => {
    if (test.access !== access) return false;
    const { absent } = branchesOf(test);
    return (test.holder.type === 'LogicalExpression' || test.holder.type === 'ConditionalExpression') && absent !== undefined && isFrom(facts, absent, 'external');
  });
}

/** The cache is changed with data of a request before, or without, the store behind it. */
function isWrittenFirst(facts: Facts, access: Access): boolean {
  const value = access.value;
  if (access.kind === 'change' || access.kind === 'update') {
    if (access.value !== undefined && !isFrom(facts, access.value, 'request', 'caller')) return false;
    return !isStoredBefore(facts, access);
  }
  if (!value || (!isFrom(facts, value, 'request', 'caller') && !derivesFromSelf(facts, value))) return false;
  if (isFrom(facts, value, 'external') && !isFrom(facts, value, 'request', 'caller')) return false;
  if (isResultOfStore(facts, value)) return false;
  return !isStoredBefore(facts, access);
}

/** A hit is trusted for a time only. */
function isExpiring(facts: Facts): boolean {
  return facts.tests.some(({ holder }) => holder.type === 'IfStatement' && hasTime(facts, holder.test));
}

/** The same function goes on to await a call that stores what was changed. */
function isStoredAfter(facts: Facts, access: Access): boolean {
  const fn = holderFunction(facts, access.site);
  return facts.calls.within(fn).some((node) => node.range[0] > access.site.range[1] && outermost(node).parent?.type === 'AwaitExpression' && /^(save|store|put|write|update|set|insert|upsert|persist|commit)/i.test(calleeName(node) ?? ''));
}

/** The value is what an awaited call returned: the store answered first. */
function isResultOfStore(facts: Facts, value: Node, depth = 3): boolean {
  const inner = unwrap(value);
  if (inner.type === 'AwaitExpression') return unwrap(inner.argument).type === 'CallExpression' && isFrom(facts, inner, 'external');
  if (inner.type === 'ObjectExpression') return inner.properties.some((property) => property.type === 'Property' && isResultOfStore(facts, property.value, depth - 1));
  if (inner.type !== 'Identifier' || depth === 0) return false;
  const definition = facts.analysis.source.variableOf(inner)?.defs[0]?.node as Node | undefined;
  return definition?.type === 'VariableDeclarator' && definition.init !== null && definition.init !== undefined && isResultOfStore(facts, definition.init, depth - 1);
}

/** An awaited call before the write, in the same function, that was given the key or the value. */
function isStoredBefore(facts: Facts, access: Access): boolean {
  const names = new Set([access.key, access.value].flatMap((node) => (node ? identifiersIn(facts, node).map((identifier) => textOf(facts, identifier)) : [])));
  const fn = holderFunction(facts, access.site);
  return facts.calls.within(fn).some((node) => {
    if (node.range[1] > access.site.range[0]) return false;
    if (outermost(node).parent?.type !== 'AwaitExpression') return false;
    if (/^(get|find|load|read|fetch|query|lookup|json|select)/i.test(calleeName(node) ?? '')) return false;
    if (access.value !== undefined && dependsOn(facts, access.value, node)) return false;
    return node.arguments.some((argument) => identifiersIn(facts, argument).some((identifier) => names.has(textOf(facts, identifier))));
  });
}

// ——— single values ———

function classifyScalar(facts: Facts): Verdict | undefined {
  const { writes, cell } = facts;
  if (writes.length === 0) return undefined;
  const assigns = writes.filter((access) => access.kind === 'assign' || access.kind === 'clear' || access.kind === 'put' || access.kind === 'change');
  if (cell.kind === 'environment') return (classifyFlag(facts, assigns) ?? classifyScalarCount(facts) ?? classifyCursor(facts, assigns)) || classifyEnvironment(facts, assigns);
  return (
    classifyLazy(facts, assigns) ??
    classifyPromiseChain(facts, assigns) ??
    classifyFlag(facts, assigns) ??
    classifyScalarCount(facts) ??
    classifyCursor(facts, assigns) ??
    classifyLastKey(facts, assigns) ??
    classifyStage(facts, assigns) ??
    classifyPause(facts, assigns) ??
    classifyRequestValue(facts, assigns) ??
    classifyRefetched(facts, assigns) ??
    classifySwitch(facts, assigns) ??
    classifyRemovedPart(facts)
  ) || undefined;
}

function isEmptying(access: Access): boolean {
  return access.kind === 'clear' || (access.value !== undefined && (isNullish(access.value) || stringValue(access.value) === ''));
}

/** Every write fills an empty cell, or empties it. */
function classifyLazy(facts: Facts, assigns: readonly Access[]): Step {
  if (facts.writes.some((access) => access.kind === 'update' || access.kind === 'take' || access.kind === 'reorder')) return undefined;
  if (isRaisedAndLowered(facts, assigns)) return undefined;
  const fills = assigns.filter((access) => !isEmptying(access) && !isBackToStart(facts, access));
  if (assigns.length === 0) return undefined;
  if (fills.length === 0) return facts.cell.init !== undefined && !isNullish(facts.cell.init) ? undefined : false;
  const flags = fills.filter((access) => access.value !== undefined && booleanValue(access.value) !== undefined);
  if (flags.length === fills.length && new Set(flags.map((access) => booleanValue(access.value))).size > 1) return undefined;
  const isLatch = (access: Access): boolean => isGuarded(facts.analysis, facts.tests, access) || isOppositeOfTest(facts, access) || isGuardedBySibling(facts, access);
  if (!fills.every(isLatch)) return undefined;
  const leaking = fills.find((access) => access.value !== undefined && isFrom(facts, access.value, 'request') && booleanValue(access.value) === undefined && !isHarmlessRequest(facts, access.value));
  if (leaking) return verdict('request-leak', leaking, 'lazy');
  return false;
}

/** The flag is set to what it was declared with. */
function isBackToStart(facts: Facts, access: Access): boolean {
  const value = booleanValue(access.value);
  return value !== undefined && facts.cell.init !== undefined && booleanValue(facts.cell.init) === value && !suggests('lock', [facts.cell.name]);
}

/** A mark, not a value, that the same flow takes back outside a `catch`: a flag. */
function isRaisedAndLowered(facts: Facts, assigns: readonly Access[]): boolean {
  const marks = assigns.filter((access) => !isLowered(facts, access) && access.value !== undefined && (flagValue(access.value) === true || isTimeValue(facts, access.value) || [...originsOf(facts, access.value)].every((origin) => origin === 'fresh')));
  return marks.length > 0 && assigns.some((access) => isLowered(facts, access) && !isInCatch(access.site) && marks.some((mark) => mark !== access && !isConditionalAfter(mark, access) && (isSameFlow(facts, mark, access) || isCalledBeside(facts, mark, access))));
}

/** Taken back on one way only, as after a failure: the other ways keep it for good. */
function isConditionalAfter(raise: Access, lower: Access): boolean {
  for (let node: Node | undefined = lower.site; node && !isFunction(node); node = node.parent) {
    if ((node.type === 'IfStatement' || node.type === 'SwitchCase' || node.type === 'CatchClause') && !contains(node, raise.site)) return true;
  }
  return false;
}

/** `begin()` and `end()` called by one function. */
function isCalledBeside(facts: Facts, a: Access, b: Access): boolean {
  const holders = new Set(callSitesOf(facts, a).map((site) => holderFunction(facts, site)));
  return callSitesOf(facts, b).some((site) => holders.has(holderFunction(facts, site)));
}

/** `true`, `'true'`, `'1'`; `false`, `'false'`, `'0'`. */
function flagValue(value: Node | undefined): boolean | undefined {
  const text = stringValue(value);
  if (text !== undefined) return /^(true|1|yes|on)$/.test(text) ? true : /^(false|0|no|off|)$/.test(text) ? false : undefined;
  return booleanValue(value);
}

/** Promises of set-up that merely wait for the first request, or flags computed from it. */
function isHarmlessRequest(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  return inner.type === 'BinaryExpression' && /^([=!]==?|[<>]=?)$/.test(inner.operator) && facts !== undefined;
}

/** `if (cold) cold = false`: the flag goes one way, once. */
function isOppositeOfTest(facts: Facts, access: Access): boolean {
  const value = booleanValue(access.value);
  if (value === undefined) return false;
  return facts.tests.some((test) => {
    const { present, absent } = branchesOf(test);
    return value ? contains(absent, access.site) || isReachedWhenAbsent(facts.analysis, test, access.site) : contains(present, access.site) || isAfterLeaving(test, access);
  });
}

function isAfterLeaving(test: Test, access: Access): boolean {
  const { absent } = branchesOf(test);
  return absent !== undefined && leaves(absent) && test.holder.range[1] <= access.site.range[0] && contains(test.holder.parent, access.site);
}

/** `if (!ready) { client = make(); ready = true; }`: guarded by a flag beside it. */
function isGuardedBySibling(facts: Facts, access: Access): boolean {
  for (let node: Node | undefined = access.site; node; node = node.parent) {
    if (isFunction(node)) return false;
    const parent: Node | undefined = node.parent;
    if (parent?.type !== 'IfStatement' || parent.consequent !== node) continue;
    const tested = unwrap(parent.test);
    if (tested.type !== 'UnaryExpression' || tested.operator !== '!') continue;
    const variable = facts.analysis.source.variableOf(unwrap(tested.argument));
    if (variable && facts.analysis.source.isModuleLevel(variable) && variable.references.some((reference) => reference.isWrite() && !reference.init && contains(node, reference.identifier as Node))) return true;
  }
  return false;
}

/** A flag tested to turn work away or to wait, set before the work, reset after it. */
function classifyFlag(facts: Facts, assigns: readonly Access[]): Step {
  const raised = assigns.filter((access) => isRaised(facts, access));
  const lowered = assigns.filter((access) => isLowered(facts, access));
  if (raised.length === 0) return undefined;
  const away = facts.tests.filter((test) => turnsAway(test) || isWaiting(test));
  const tested = raised.filter((access) => away.some((test) => isReachedLater(facts, test, access) || contains(branchesOf(test).absent, access.site)));
  if (lowered.length > 0 && tested.length > 0 && lowered.some((access) => access.site !== tested[0]!.site)) {
    const released = lowered.some((access) => isInFinally(access.site) || callSitesOf(facts, access).some(isInFinally) || tested.some((raise) => isCalledBeside(facts, raise, access)) || isInTimer(access.site) || tested.some((raise) => isSameFlow(facts, raise, access) && !isConditionalAfter(raise, access)) || isReleaseFunction(facts, access));
    if (released && !lowered.every((access) => isInCatch(access.site))) return verdict('lock', tested[0]);
    if (lowered.every((access) => isInCatch(access.site))) return false;
    return suggests('lock', facts.names) ? verdict('lock', tested[0]) : undefined;
  }
  if (lowered.length === 0 && tested.length > 0 && isTimeValue(facts, tested[0]!.value) && suggests('lock', [facts.cell.name]) && hasArithmetic(facts, tested[0]!.value)) return verdict('lock', tested[0]);
  // Shown rather than tested: `isRunning` told to callers, set around the work.
  if (lowered.length > 0 && suggests('lock', [facts.cell.name]) && raised.some((raise) => lowered.some((access) => isSameFlow(facts, raise, access) && isLater(access.site, raise.site))) && facts.tests.length + facts.reads.length > 0) return verdict('lock', raised[0]);
  return undefined;
}

function isWaiting(test: Test): boolean {
  return test.holder.type === 'WhileStatement' || test.holder.type === 'DoWhileStatement';
}

function isRaised(facts: Facts, access: Access): boolean {
  if (access.value === undefined || isEmptying(access)) return false;
  const value = flagValue(access.value);
  if (value !== undefined) return value;
  if (isTimeValue(facts, access.value) && hasArithmetic(facts, access.value) && facts.writes.some((other) => isLowered(facts, other) && isInFinally(other.site))) return true;
  const origins = originsOf(facts, access.value);
  const isToken = origins.has('time') || origins.has('fresh') || origins.has('request') || origins.has('caller');
  return (isToken || unwrap(access.value).type === 'CallExpression') && suggests('lock', [facts.cell.name]);
}

function isLowered(_facts: Facts, access: Access): boolean {
  return flagValue(access.value) === false || isEmptying(access) || (access.value !== undefined && unwrap(access.value).type === 'Literal' && (unwrap(access.value) as { value: unknown }).value === 0);
}

function isReleaseFunction(facts: Facts, access: Access): boolean {
  return access.fn !== null && /^(release|unlock|free|finish|end|done|leave|stop|exit)/i.test(functionName(access.fn) ?? '') && suggests('lock', facts.names);
}

function classifyScalarCount(facts: Facts): Step {
  const { cell } = facts;
  const counted = facts.writes.find((access) => access.kind === 'update') ?? facts.writes.find((access) => access.kind === 'assign' && isIncrementOfSelf(facts, access.value) && !(unwrap(access.value!).type === 'ObjectExpression' && isFrom(facts, access.value, 'request')));
  if (!counted) return undefined;
  if (isRoundRobin(facts) || namesMetrics(cell.name)) return false;
  if (counted.value !== undefined && stringLike(counted.value)) return undefined;
  if (isResetFirst(facts)) return false;
  const passed = facts.reads.find((access) => isPassedToRead(facts, access));
  if (passed && (suggests('checkpoint', [cell.name]) || (counted.delta === undefined && counted.kind === 'update' && isFrom(facts, counted.value, 'external')))) return verdict('checkpoint', counted);
  if (suggests('stage', [cell.name]) && !suggests('counter', [cell.name])) return verdict('progress', counted);
  if (isScalarRetry(facts, counted)) return verdict('retry', counted, 'breaker');
  return verdict('counter', counted);
}

function stringLike(value: Node): boolean {
  const inner = unwrap(value);
  return inner.type === 'TemplateLiteral' || (inner.type === 'Literal' && typeof inner.value === 'string');
}

function isScalarRetry(facts: Facts, counted: Access): boolean {
  if ((suggests('retry', [facts.cell.name]) || isBreaker(facts)) && !namesPerson([facts.cell.name])) return true;
  const isCompared = facts.reads.some((access) => access.how === 'compare');
  return isInCatch(counted.site) && isCompared;
}

/** `targets[next++ % targets.length]`, `next = (next + 1) % n`: any start is as good as another. */
function isRoundRobin(facts: Facts): boolean {
  return facts.accesses.some((access) => {
    for (let node: Node | undefined = access.node; node && !/Statement$|Declarator$/.test(node.type); node = node.parent) {
      if (node.type === 'BinaryExpression' && node.operator === '%') return true;
    }
    return false;
  });
}

/** A position passed to the next read; the read gives the new one. */
function classifyCursor(facts: Facts, assigns: readonly Access[]): Step {
  const { cell } = facts;
  const passed = facts.reads.find((access) => isPassedToRead(facts, access) && !isOnlyLogged(facts, access));
  if (passed) {
    const calls = facts.reads.flatMap((access) => callsGiven(facts, access.node, 3)).filter((call) => isAsked(facts, call));
    const turned = isOnlyPassed(facts) ? assigns.find((access) => access.value !== undefined && !isGuarded(facts.analysis, facts.tests, access) && calls.some((call) => dependsOn(facts, access.value!, call))) : undefined;
    if (turned) return verdict('checkpoint', turned);
    const later = isOnlyPassed(facts) && passed.kind !== 'call' && !/token|key|jwt|url|client|config|settings|rate|flag/i.test(cell.name) ? assigns.find((access) => access.value !== undefined && isFrom(facts, access.value, 'external') && !isGuarded(facts.analysis, facts.tests, access) && access.fn === passed.fn && isLater(access.site, passed.site) && unwrap(access.value).type !== 'AwaitExpression') : undefined;
    if (later) return verdict('checkpoint', later);
    const moved = assigns.find((access) => access.value !== undefined && !isEmptying(access) && isMovedPosition(facts, access, passed));
    if (moved) return verdict('checkpoint', moved);
  }
  const skipping = facts.tests.find((test) => test.against !== undefined && test.polarity === 'unknown' && isOrdering(test) && turnsAway({ ...test, polarity: 'present' }) && isFrom(facts, test.against, 'external', 'request', 'caller'));
  const moved = assigns.find((access) => access.value !== undefined && isFrom(facts, access.value, 'external', 'request', 'caller') && !isFrom(facts, access.value, 'time'));
  return skipping && moved && suggests('checkpoint', [cell.name, 'last' + cell.name].slice(0, 1)) ? verdict('checkpoint', moved) : undefined;
}

function isMovedPosition(facts: Facts, access: Access, passed: Access): boolean {
  const value = access.value!;
  const names = [facts.cell.name];
  const isNamed = suggests('checkpoint', names) || /(^|[a-z_.])last([A-Z_]|$)|last[A-Z]|since|next(Page|Cursor|Token|Offset)/.test(facts.cell.name.split('.').at(-1)!) || /last/i.test(facts.cell.name);
  if (!isNamed) return false;
  if (isFrom(facts, value, 'time') && !isFrom(facts, value, 'external')) return passed.how !== 'compare';
  return isFrom(facts, value, 'external', 'unknown', 'caller') || isFrom(facts, value, 'state') || (isFrom(facts, value, 'request') && suggests('checkpoint', names));
}

function isOrdering(test: Test): boolean {
  for (let node: Node | undefined = test.access.node; node && node !== test.holder; node = node.parent) {
    if (node.type === 'BinaryExpression') return /^[<>]=?$/.test(node.operator);
  }
  return false;
}

/** `if (id === lastId) return; lastId = id`. */
function classifyLastKey(facts: Facts, assigns: readonly Access[]): Step {
  const assigned = assigns.find((access) => access.value !== undefined && isFrom(facts, access.value, 'request', 'caller'));
  if (!assigned) return undefined;
  const others = facts.reads.filter((access) => access.how !== 'compare' && access.how !== 'test' && access.how !== 'log' && !isOnlyLogged(facts, access));
  if (others.length > 0) return undefined;
  const compared = facts.tests.find((test) => test.against !== undefined && isEqualityTest(test) && isFrom(facts, test.against, 'request', 'caller') && isSkipped(test) && !returnsState(facts, test));
  return compared && verdict('dedup', assigned);
}

/** A hit returns what another variable keeps for this key: a memo of one. */
function returnsState(facts: Facts, test: Test): boolean {
  const { holder } = test;
  const branch = holder.type === 'IfStatement' ? holder.consequent : undefined;
  const [only] = branch?.type === 'BlockStatement' ? branch.body : [branch];
  return only?.type === 'ReturnStatement' && only.argument !== null && isFrom(facts, only.argument, 'state');
}

function isEqualityTest(test: Test): boolean {
  for (let node: Node | undefined = test.access.node; node && node !== test.holder; node = node.parent) {
    if (node.type === 'BinaryExpression') return /^[=!]==?$/.test(node.operator);
  }
  return false;
}

function isSkipped(test: Test): boolean {
  return turnsAway({ ...test, polarity: 'present' }) || turnsAway({ ...test, polarity: 'absent' }) || test.holder.type === 'IfStatement';
}

/** Names of states assigned one after the other, or a percentage, and read by somebody else. */
function classifyStage(facts: Facts, assigns: readonly Access[]): Step {
  const { cell } = facts;
  const parts = new Set(assigns.flatMap((access) => (access.value ? returnedStates(facts, access.value) : [])));
  if (parts.size > 1 && !suggests('retry', [cell.name]) && !isBreaker(facts)) return verdict('progress', assigns[0]);
  const states = new Set(assigns.flatMap((access) => (access.value ? literalsIn(access.value) : [])));
  const statusStates = [...states].filter(isStatusValue);
  const isNamed = suggests('stage', [cell.name]);
  const inOneFlow = assigns.some((first) => assigns.some((second) => first !== second && isSameFlow(facts, first, second)));
  if (states.size > 1 && (isNamed || statusStates.length > 1) && !suggests('retry', [cell.name]) && !isBreaker(facts) && (inOneFlow || statusStates.length > 1)) return verdict('progress', assigns[0]);
  if (assigns.some((access) => access.value !== undefined && isPercentage(facts, access.value)) && (isNamed || facts.reads.length > 0)) return verdict('progress', assigns[0]);
  if (isNamed && assigns.some((access) => objectFields(access.value).some((field) => isStatusField(field)))) return verdict('progress', assigns[0]);
  const current = assigns.find((access) => isLoopPosition(facts, access));
  if (current && facts.reads.some((access) => !isSameFlow(facts, access, current) && access.how !== 'log')) return verdict('progress', current);
  if (statusStates.length > 0 && assigns.some((access) => statesIn(facts, access.value).length > 0) && isStatusField(cell.name.split('.').at(-1))) return verdict('progress', assigns[0]);
  return undefined;
}

/** The states in the status fields of an object, or of what a reducer of this file returns. */
function returnedStates(facts: Facts, value: Node): string[] {
  const inner = unwrap(value);
  if (inner.type === 'ObjectExpression') return statesIn(facts, inner);
  if (inner.type !== 'CallExpression') return [];
  return facts.analysis.reach.calleesOf(inner).flatMap((callee) => facts.analysis.values.returnsOf(callee).flatMap((returned) => (unwrap(returned).type === 'ObjectExpression' ? statesIn(facts, returned) : [])));
}

/** Set in a loop to what is being worked on, before the work is awaited. */
function isLoopPosition(facts: Facts, access: Access): boolean {
  if (!access.value || unwrap(access.value).type === 'AwaitExpression' || isFrom(facts, access.value, 'time')) return false;
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    if (node.type !== 'ForOfStatement' && node.type !== 'ForStatement' && node.type !== 'WhileStatement') continue;
    const loop = node;
    return facts.calls.within(facts.calls.holderOf(loop)).some((call) => contains(loop, call) && call.range[0] > access.site.range[1] && outermost(call).parent?.type === 'AwaitExpression');
  }
  return false;
}

function literalsIn(value: Node): string[] {
  const inner = unwrap(value);
  const text = stringValue(inner);
  if (text !== undefined) return [text];
  if (inner.type === 'Literal' && typeof inner.value === 'number') return [String(inner.value)];
  return inner.type === 'ConditionalExpression' ? [...literalsIn(inner.consequent), ...literalsIn(inner.alternate)] : [];
}

/** A time until which calls are not made, set after a failure. */
function classifyPause(facts: Facts, assigns: readonly Access[]): Step {
  const set = assigns.filter((access) => !isLowered(facts, access));
  if (set.length === 0 || !set.every((access) => isFrom(facts, access.value, 'time'))) return undefined;
  const away = facts.tests.some((test) => test.polarity === 'unknown' && turnsAway({ ...test, polarity: 'present' }) && leaves(branchesOf({ ...test, polarity: 'present' }).present));
  if (away && set.every((access) => hasArithmetic(facts, access.value)) && (suggests('retry', [facts.cell.name]) || isBreaker(facts) || set.some((access) => isInCatch(access.site)))) return verdict('retry', set[0]);
  return undefined;
}

/** Data of a request kept without a key: a leak where the same request reads it, a record where another one is meant to. */
function classifyRequestValue(facts: Facts, assigns: readonly Access[]): Step {
  const { cell, analysis } = facts;
  const assigned = assigns.find((access) => access.value !== undefined && !isEmptying(access) && booleanValue(access.value) === undefined && isRequestData(facts, access.value));
  if (!assigned) return undefined;
  if (cell.container === 'reactive' || cell.kind === 'imported member') return verdict('request-leak', assigned);
  const isReset = facts.writes.some((access) => access !== assigned && isEmptying(access) && isInFinally(access.site));
  const readers = facts.reads.filter((access) => access.how !== 'log' && !isOnlyLogged(facts, access));
  if (readers.length === 0) return false;
  if (derivesFromSelf(facts, assigned.value) && !isMiddleware(facts, assigned) && cell.init !== undefined && readers.some((access) => !isSharingHandler(facts, assigned, access))) return verdict('record', assigned);
  const elsewhere = readers.some((access) => !isMadeWhereWritten(facts, assigns, access));
  if (elsewhere && isSetForRequest(facts, assigned)) return verdict('request-leak', assigned);
  if (elsewhere && !isMiddleware(facts, assigned)) return verdict('record', assigned);
  const sameRequest = readers.some((access) => isSharingHandler(facts, assigned, access)) || isMiddleware(facts, assigned);
  if (!sameRequest) return verdict('record', assigned);
  const overwritten = isReset || isOverwrittenFirst(facts, assigns);
  return verdict('request-leak', assigned, undefined, overwritten && analysis.handlers.all.length > 0);
}

function isRequestData(facts: Facts, value: Node): boolean {
  if (!isFrom(facts, value, 'request')) return false;
  const inner = unwrap(value);
  return !(inner.type === 'BinaryExpression' && /^([=!]==?|[<>]=?|in|instanceof)$/.test(inner.operator));
}

/** `export function init(request) { current = … }`: called first in every request, for the getters beside it. */
function isSetForRequest(facts: Facts, access: Access): boolean {
  if (access.fn === null) return false;
  const handler = facts.analysis.handlers.byFunction.get(access.fn);
  return handler?.entry === 'export' && access.fn.params.some(isRequestParameter) && /^(init|set|use|with|bind|attach|enter|begin|start|configure|load)/i.test(handler.name);
}

/** Whether every handler that makes a read also writes the cell. */
function isMadeWhereWritten(facts: Facts, assigns: readonly Access[], read: Access): boolean {
  if (read.fn === null) return false;
  const writers = new Set(assigns.flatMap((access) => (access.fn ? [...facts.analysis.reach.handlersOf(access.fn)] : [])));
  return [...facts.analysis.reach.handlersOf(read.fn)].some((handler) => writers.has(handler));
}

/** Some handler both writes and reads: the same request is meant to read its own value. */
function isSharingHandler(facts: Facts, write: Access, read: Access): boolean {
  if (write.fn === null || read.fn === null) return false;
  if (isSelfRead(write, read)) return false;
  const writers = facts.analysis.reach.handlersOf(write.fn);
  const readers = facts.analysis.reach.handlersOf(read.fn);
  for (const handler of readers) if (writers.has(handler)) return isOneFlow(facts, write, read);
  return false;
}

/** In one dispatcher the two may still be on different ways: `if (PUT) value = …; return value`. */
function isOneFlow(facts: Facts, write: Access, read: Access): boolean {
  if (write.fn !== read.fn) return true;
  if (read.site.range[0] < write.site.range[0]) return false;
  for (let node: Node = write.site; node.parent && node.parent !== write.fn; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'IfStatement' && parent.consequent === node && leaves(parent.consequent) && !contains(parent.consequent, read.site)) return false;
    if (parent.type === 'SwitchCase' && !contains(parent, read.site)) return false;
    if (parent.type === 'IfStatement' && parent.consequent === node && contains(parent.alternate ?? undefined, read.site)) return false;
  }
  return true;
}

function isSelfRead(write: Access, read: Access): boolean {
  return contains(write.site, read.node);
}

/** Middleware writes for the handler that comes after it in the same request. */
function isMiddleware(facts: Facts, access: Access): boolean {
  if (access.fn === null) return false;
  for (const handler of facts.analysis.reach.handlersOf(access.fn)) {
    if (handler.call && /^(use|addHook|onRequest|derive|resolve|onBeforeHandle|beforeEach|preHandler|before)$/.test(calleeName(handler.call) ?? '')) return true;
    if (/^(handle|middleware|onRequest|before|use|preHandler|context|createContext)$/.test(handler.name)) return true;
  }
  return false;
}

/** Every handler that reads the cell has overwritten it before, whatever way it went. */
function isOverwrittenFirst(facts: Facts, assigns: readonly Access[]): boolean {
  const first = assigns.find((access) => access.kind === 'assign' && access.fn !== null && isUnconditional(access.site) && isOutsideTry(facts, access) && facts.analysis.handlers.byFunction.get(access.fn)?.entry === 'platform');
  if (!first?.fn) return false;
  const start = first.fn;
  return facts.accesses.every((access) => {
    if (access === first || contains(first.site, access.node)) return true;
    if (access.fn === start) return access.site.range[0] > first.site.range[0];
    return isOnlyReachedFrom(facts, access.fn, start, first);
  });
}

/** Values asked from outside: a cached configuration, whatever decides when it is asked again. */
function classifyRefetched(facts: Facts, assigns: readonly Access[]): Step {
  const filled = assigns.filter((access) => !isEmptying(access) && access.value !== undefined);
  if (filled.length === 0) return undefined;
  if (filled.every((access) => isFrom(facts, access.value, 'external', 'load', 'unknown', 'error') && !isFrom(facts, access.value, 'request') && booleanValue(access.value) === undefined)) return false;
  if (filled.every((access) => isTimeValue(facts, access.value))) return false;
  return undefined;
}

/** Constants switched by invocations and seen by later ones. */
function classifySwitch(facts: Facts, assigns: readonly Access[]): Step {
  const { cell, analysis } = facts;
  const switched = assigns.filter((access) => access.value !== undefined && ((isConstantValue(facts, access.value) && isWrittenDown(access.value)) || booleanValue(access.value) !== undefined || derivesFromSelf(facts, access.value)) && !isTimeValue(facts, access.value));
  if (switched.length === 0 || switched.length < assigns.filter((access) => !isEmptying(access)).length) return undefined;
  if (isResetFirst(facts) || isRoundRobin(facts)) return false;
  if (!facts.reads.some((access) => access.how !== 'log' && !switched.some((write) => contains(write.site, access.node)))) return undefined;
  const decisive = switched.find((access) => !isEmptying(access)) ?? switched[0]!;
  if (cell.kind === 'imported member' && switched.every((access) => isUnconditional(access.site))) return false;
  // The same constant whatever the request: the second invocation finds what it would have written itself.
  const values = new Set(switched.map((access) => (access.value ? textOf(facts, unwrap(access.value)) : '')));
  if (values.size === 1 && switched.every((access) => isUnconditional(access.site) && analysis.handlers.byFunction.get(access.fn!)?.entry === 'platform') && isOverwrittenFirst(facts, assigns)) return false;
  if (switched.every((access) => isSetUp(facts, access))) return false;
  if (assigns.some((access) => isInFinally(access.site) && switched.some((other) => other !== access && other.fn === access.fn))) return false;
  return verdict('module-state', decisive);
}

/** `delete columns.cost` on one way through the handler: later requests miss the part. */
function classifyRemovedPart(facts: Facts): Step {
  const removed = facts.writes.find((access) => access.kind === 'remove' && !isUnconditional(access.site));
  return removed && facts.cell.kind === 'property' ? verdict('module-state', removed) : undefined;
}

/** A literal, a name of a constant, or a choice between such: nothing that a call made. */
function isWrittenDown(value: Node): boolean {
  const inner = unwrap(value);
  switch (inner.type) {
    case 'ConditionalExpression':
      return isWrittenDown(inner.consequent) && isWrittenDown(inner.alternate);
    case 'LogicalExpression':
      return isWrittenDown(inner.left) && isWrittenDown(inner.right);
    case 'CallExpression':
    case 'NewExpression':
    case 'AwaitExpression':
      return false;
    case 'ObjectExpression':
      return inner.properties.every((property) => property.type !== 'Property' || isWrittenDown(property.value));
    default:
      return true;
  }
}

/** Set by a function that starts something up: `ready = true` after `await connect()`. */
function isSetUp(facts: Facts, access: Access): boolean {
  return access.fn !== null && /^(init|initialize|setup|connect|start|bootstrap|configure|ensure|load|warm|register|prepare)/i.test(functionName(access.fn) ?? '') && booleanValue(access.value) !== undefined && !isInCatch(access.site) && suggests('cache', []) === false && facts !== undefined;
}

function classifyEnvironment(facts: Facts, assigns: readonly Access[]): Verdict | undefined {
  const leaked = assigns.find((access) => access.value !== undefined && isFrom(facts, access.value, 'request') && !isFrom(facts, access.value, 'external'));
  if (leaked) return verdict('request-leak', leaked);
  const switched = assigns.find((access) => access.value !== undefined && [...originsOf(facts, access.value)].every((origin) => origin === 'constant') && !isUnconditional(access.site) && !isGuarded(facts.analysis, facts.tests, access));
  return switched && verdict('module-state', switched);
}

// ——— variables of a breaker ———

/** `breakers.set(name, new Breaker())`: a registry of objects whose own fields are hazards is one too. */
function addRegistries(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  const byOwner = new Map<Node, Verdict>();
  for (const [cell, found] of verdicts) if (!found.strictOnly && !byOwner.has(cell.owner)) byOwner.set(cell.owner, found);
  for (const [cell, own] of facts) {
    const known = verdicts.get(cell);
    if (known && !known.strictOnly) continue;
    for (const access of own.writes) {
      const made = access.kind === 'put' && access.value ? own.analysis.values.of(access.value).find((value) => value.kind === 'instance') : undefined;
      const inner = made?.kind === 'instance' ? byOwner.get(made.of) : undefined;
      if (inner) verdicts.set(cell, { ...inner, decisive: access });
    }
  }
}

/** Every variable of a breaker is retry state: times and phases beside a count of failures. */
function addBreakerSiblings(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  const owners = new Set([...verdicts].filter(([cell, { concern }]) => concern === 'retry' && cell.container !== 'map').map(([cell]) => cell.owner));
  if (owners.size === 0) return;
  const retryFunctions = new Set([...facts.values()].flatMap((own) => (verdicts.get(own.cell)?.concern === 'retry' ? own.accesses.map((access) => access.fn) : [])));
  for (const [cell, own] of facts) {
    if (!owners.has(cell.owner)) continue;
    const known = verdicts.get(cell);
    if (known && known.concern !== 'module-state' && known.concern !== 'lock' && known.concern !== 'progress' && known.concern !== 'counter') continue;
    if (own.writes.length === 0 || !own.reads.some((access) => access.how !== 'log')) continue;
    const isPhase = own.writes.every((access) => access.value === undefined || isConstantValue(own, access.value) || access.kind === 'update' || isFrom(own, access.value, 'time'));
    const isShared = own.writes.some((access) => access.fn !== null && retryFunctions.has(access.fn));
    const isDeciding = own.tests.some((test) => turnsAway({ ...test, polarity: 'present' }) || turnsAway({ ...test, polarity: 'absent' })) || own.reads.some((access) => isTimeCompared(own, access) && access.how !== 'log');
    if (isPhase && isShared && isDeciding) verdicts.set(cell, { concern: 'retry', decisive: own.writes[0]!, strictOnly: false, detail: 'breaker' });
  }
}

