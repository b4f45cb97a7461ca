/**
 * Question: does the cell say how far a job has come?
 *
 *     jobs.set(id, { status: 'running', percent: 40 });
 *     stage = 'loading';
 */

import {
  booleanValue,
  calleeName,
  isAwaited,
  isFunction,
  keyName,
  type Node,
  numberValue,
  outermost,
  propertyValue,
  receiverOf,
  stringValue,
  unwrap,
} from '../ast.js';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Access, Cell } from '../cells/index.js';
import { branchesOf, contains, isInCatch, isUnconditional, leaves } from '../guards.js';
import { functionName } from '../handlers.js';
import type { Variable } from '../source-index.js';
import { isAtWork, isDecision, isStatusField, isStatusValue, suggests } from '../vocabulary.js';
import { claimsAfter, isNewCollection } from './dedup.js';
import {
  argumentsFor,
  callSitesOf,
  derivesFromSelf,
  holderFunction,
  identifiersIn,
  isFrom,
  isOnlyLogged,
  isPromise,
  isReadBack,
  isSameFlow,
  lastProperty,
  localDefinition,
  objectFields,
  objectFieldsOf,
  walk,
} from './evidence.js';
import { type Facts, isBreaker, ownerName } from './facts.js';
import { isPruning } from './resets.js';
import { type Concern, type Step, verdict, type Verdict } from './verdict.js';

/** Values with a state of a job in them, or numbers that are percentages. */
export function classifyKeyedProgress(facts: Facts, puts: readonly Access[]): Step {
  if (!isReadBack(facts) || /circuit|breaker/i.test(`${facts.cell.name} ${ownerName(facts.cell.owner) ?? ''}`)) return undefined;
  if (endsRepeats(facts, puts)) return undefined;
  const states = puts.filter((access) => isStatusField(access.field) || statesIn(facts, access.value).length > 0);
  const distinct = new Set(
    states.flatMap((access) =>
      access.kind === 'change' && access.value !== undefined && isStatusField(access.field)
        ? textsIn(facts, access.value)
        : statesIn(facts, access.value),
    ),
  );
  // What is asked for is a state as well: `if (runs.get(id) === 'stopped') break;`
  if (distinct.size > 0) for (const state of comparedStates(facts)) distinct.add(state);
  // What people decide is a field of a record: `review.status = 'approved'`. No work of the program goes on between two of these.
  if ([...distinct].some(isDecision) && ![...distinct].some(isAtWork)) return undefined;
  // A state that a request brings is a field of a record; the code of a job moves its own.
  const changes = puts.some(
    (access) =>
      access.kind === 'change' &&
      isStatusField(access.field) &&
      access.depth >= 1 &&
      !(access.value !== undefined && isFrom(facts, access.value, 'request') && textsIn(facts, access.value).length === 0),
  );
  const isNamed = suggests('progress', [facts.cell.name]);
  if (states.length > 0 && (distinct.size > 1 || (distinct.size > 0 && (changes || isNamed)) || (changes && isNamed)))
    return verdict('progress', states[0]);
  const sequence = puts.filter((access) => access.value !== undefined && textsIn(facts, access.value).length > 0);
  if (
    new Set(sequence.flatMap((access) => textsIn(facts, access.value!))).size > 1 &&
    sequence.some(
      (access) =>
        isMovedOnInTurn(facts, access) ||
        sequence.some((other) => other !== access && other.field === access.field && isSameFlow(facts, access, other)),
    )
  )
    return verdict('progress', sequence[0]);
  const strong = states.find(
    (access) =>
      access.kind === 'change' &&
      (/^(progress\w*|percent\w*|stage|\w*step)$/i.test(access.field ?? '') ||
        suggests('stage', [access.fn ? functionName(access.fn) : undefined])),
  );
  if (strong && !suggests('retry', [facts.cell.name])) return verdict('progress', strong);
  const fields = puts.filter((access) =>
    objectFieldsOf(facts, access.value).some((field) => /^(step|stage|phase|percent\w*|progress)$/i.test(field)),
  );
  if (fields.length > 0 && (isNamed || fields.length > 1 || changes)) return verdict('progress', fields[0]);
  const named = isNamed ? puts.find((access) => objectFieldsOf(facts, access.value).some(isStatusField)) : undefined;
  if (named) return verdict('progress', named);
  const stepped = puts.find((access) => access.kind === 'put' && access.value !== undefined && isNextStep(facts, access.value));
  if (stepped) return verdict('progress', stepped);
  const finished = puts.find(
    (access) =>
      (access.method === 'push' || access.method === 'add') &&
      suggests('finished', [facts.cell.name, access.field]) &&
      isWorkedOff(facts, access),
  );
  if (finished) return verdict('progress', finished);
  const marked =
    suggests('finished', [facts.cell.name]) || isNamed
      ? puts.find((access) => access.value !== undefined && isStepMarked(facts, access.value))
      : undefined;
  if (marked) return verdict('progress', marked);
  const percentage = puts.find(
    (access) =>
      access.value !== undefined && [access.value, ...argumentsFor(facts, access.value)].some((value) => isPercentage(facts, value)),
  );
  if (percentage) return verdict('progress', percentage);
  if (
    /progress|percent/i.test(facts.cell.name) &&
    puts.some(
      (access) =>
        access.kind === 'put' &&
        !(access.value !== undefined && isPromise(facts, access.value)) &&
        isFrom(facts, access.value, 'caller', 'request', 'constant', 'external', 'unknown'),
    )
  )
    return verdict('progress', puts[0]);
  return undefined;
}

/** `if (known?.status === 'done') return known.result; … known.set(id, { status: 'done' })`: nobody else asks, and the state only ends repeats. */
function endsRepeats(facts: Facts, puts: readonly Access[]): boolean {
  if (!suggests('dedup', [facts.cell.name, ...facts.names.slice(2)]) || suggests('progress', [facts.cell.name])) return false;
  const pruning = facts.writes.filter((access) => access.kind === 'remove' && isPruning(facts, access));
  const flows = new Set([...puts, ...pruning].map((access) => holderFunction(facts, access.site)));
  if (!facts.reads.every((access) => access.how === 'log' || flows.has(holderFunction(facts, access.site)))) return false;
  return facts.tests.some((test) => puts.some((access) => claimsAfter(facts, test, access) && leaves(branchesOf(test).present)));
}

function comparedStates(facts: Facts): readonly string[] {
  return facts.reads.flatMap((access) => {
    const comparison =
      access.how === 'compare' && access.depth === 1
        ? outermost(access.method === undefined ? access.node : access.site).parent
        : undefined;
    if (comparison?.type !== 'BinaryExpression') return [];
    return [comparison.left, comparison.right].flatMap((side) => {
      const text = stringValue(side as Node);
      return text !== undefined && isStatusValue(text) ? [text] : [];
    });
  });
}

/**
 * Set back at the start of a job and moved on with each part of it, for somebody else to see: `built = 0; for (const page of pages) {
 * await build(page); built += 1; }`. A count that no job starts anew is a counter.
 */
export function isWorkedOff(facts: Facts, counted: Access): boolean {
  const sites = [counted.site, ...callSitesOf(facts, counted)];
  const loops = sites.flatMap((site) => loopOf(facts, site) ?? []);
  if (loops.length === 0) return false;
  const isShown = facts.reads.some(
    (access) =>
      access.how !== 'log' &&
      !isOnlyLogged(facts, access) &&
      !isSameFlow(facts, access, counted) &&
      !loops.some((loop) => contains(loop, access.node)),
  );
  return (
    isShown &&
    facts.writes.some(
      (access) =>
        isStart(access) &&
        loops.some((loop) => facts.calls.holderOf(loop) === holderFunction(facts, access.site) && access.site.range[1] <= loop.range[0]),
    )
  );
}

/** `if (step === 0) await askName(); if (step === 1) await askCity();`: the number says which part of the work comes next. */
export function isStepNumber(facts: Facts): boolean {
  const places = new Set<number>();
  for (const access of facts.reads) {
    if (access.how !== 'compare') continue;
    const comparison = outermost(access.node).parent;
    if (comparison?.type === 'SwitchStatement') for (const { test } of comparison.cases) addPlace(test);
    if (comparison?.type !== 'BinaryExpression' || !/^===?$/.test(comparison.operator)) continue;
    addPlace(unwrap(comparison.left as Node) === unwrap(access.node) ? comparison.right : (comparison.left as Node));
  }
  return [...places].some((place) => places.has(place + 1));

  function addPlace(node: Node | null): void {
    const place = numberValue(node ?? undefined);
    if (place !== undefined) places.add(place);
  }
}

/** `total = pages.length` beside a `built` that counts up to it: set by the same job, shown by the same answer. */
export function addTotals(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  const counted = [...verdicts].filter(
    ([cell, { concern, decisive }]) =>
      concern === 'progress' &&
      cell.container === 'scalar' &&
      (decisive.kind === 'update' || facts.get(cell)?.writes.some((access) => access.kind === 'update')),
  );
  if (counted.length === 0) return;
  for (const [cell, own] of facts) {
    const known = verdicts.get(cell);
    if (
      cell.container !== 'scalar' ||
      known?.concern === 'progress' ||
      own.writes.length === 0 ||
      !own.writes.every((access) => access.kind === 'assign')
    )
      continue;
    for (const [other, { decisive }] of counted) {
      const shown = facts
        .get(other)!
        .reads.filter((access) => access.how !== 'log')
        .map((access) => access.fn);
      if (
        other.owner === cell.owner &&
        own.writes.some((access) => access.fn === decisive.fn) &&
        own.reads.some((access) => shown.includes(access.fn) && access.fn !== decisive.fn)
      ) {
        verdicts.set(cell, { concern: 'progress', decisive: own.writes[0]!, strictOnly: false });
      }
    }
  }
}

/**
 * `run = { done: 0, failed: [], current: null }` at the start of the job that moves the parts on: what is said of one part holds for all
 * that are set anew with it.
 */
export function addPartsOfJobs(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  const starts = new Set<Node>();
  for (const [cell, { concern }] of verdicts) {
    if (concern !== 'progress' || !cell.whole) continue;
    for (const { site, value } of facts.get(cell)?.writes ?? [])
      if (site.type === 'AssignmentExpression' && unwrap(site.right) !== unwrap(value ?? site.right)) starts.add(site);
  }
  if (starts.size === 0) return;
  for (const [cell, { concern, decisive }] of verdicts) {
    // The parts say it.
    if (concern === 'module-state' && starts.has(decisive.site)) verdicts.delete(cell);
    if (!cell.whole || !MOVED_ON.has(concern) || !facts.get(cell)?.writes.some(({ site }) => starts.has(site))) continue;
    verdicts.set(cell, { concern: 'progress', decisive, strictOnly: false });
  }
}

const MOVED_ON: ReadonlySet<Concern> = new Set<Concern>(['counter', 'record', 'module-state', 'queue']);

/** `for (let i = at[order] ?? 0; i < STEPS.length; i++) { await STEPS[i](order); at[order] = i + 1; }`: where to go on. */
export function resumedLoop(facts: Facts, access: Access): TSESTree.ForStatement | undefined {
  if (!access.value) return undefined;
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    if (node.type !== 'ForStatement' || node.init?.type !== 'VariableDeclaration') continue;
    const [declarator] = node.init.declarations;
    if (!declarator?.init || declarator.id.type !== 'Identifier' || !derivesFromSelf(facts, declarator.init)) continue;
    const position = facts.analysis.source.variableOf(declarator.id);
    if (identifiersIn(facts, access.value).some((identifier) => facts.analysis.source.variableOf(identifier) === position)) return node;
  }
  return undefined;
}

/** Whether the loop goes through a table that is written down in the code, rather than through data. */
export function isLoopOverSteps(facts: Facts, loop: TSESTree.ForStatement): boolean {
  const names = loop.test ? identifiersIn(facts, loop.test) : [];
  return names.some((identifier) => {
    const variable = facts.analysis.source.variableOf(identifier);
    return variable !== undefined && facts.analysis.source.isModuleLevel(variable);
  });
}

function isStart(access: Access): boolean {
  return (
    access.kind === 'clear' ||
    (access.value !== undefined &&
      (access.kind === 'assign' || access.kind === 'put') &&
      (numberValue(access.value) === 0 || isNewCollection(access.value) || startsAtNought(access.value)))
  );
}

/** `{ done: 0, of: pages.length }`. */
function startsAtNought(value: Node): boolean {
  const inner = unwrap(value);
  return (
    inner.type === 'ObjectExpression' &&
    inner.properties.some((property) => property.type === 'Property' && numberValue(property.value) === 0)
  );
}

/** The loop around a node that awaits its parts: a statement, or a call of `forEach` or `map` with its callback. */
function loopOf(facts: Facts, node: Node): Node | undefined {
  for (let current: Node | undefined = node; current; current = current.parent) {
    const parent: Node | undefined = current.parent;
    const isLoop = /^(For(Of|In)?|While|DoWhile)Statement$/.test(current.type);
    const isCallback = isFunction(current) && parent?.type === 'CallExpression' && /^(forEach|map)$/.test(calleeName(parent) ?? '');
    if (isLoop || isCallback) {
      const loop = isCallback ? parent : current;
      return facts.calls.within(facts.calls.holderOf(loop)).some((call) => contains(loop, call) && isAwaited(call)) ? loop : undefined;
    }
    if (isFunction(current) && facts.calls.holderOf(node) === current) return undefined;
  }
  return undefined;
}

type Given = WeakMap<Variable, (readonly string[] | undefined)[]>;
/** By parameter and depth: what a file's functions hand on to each other is read once, however many callers they have. */
const statesGiven: Given = new WeakMap();
const textsGiven: Given = new WeakMap();

/** What callers pass for a parameter, each only once. */
function givenTo(
  parameter: Node,
  facts: Facts,
  known: Given,
  depth: number,
  read: (argument: Node) => readonly string[],
): readonly string[] {
  const variable = facts.analysis.source.variableOf(parameter);
  if (!variable) return [];
  let byDepth = known.get(variable);
  if (!byDepth) known.set(variable, (byDepth = []));
  return (byDepth[depth] ??= [...new Set(argumentsFor(facts, parameter).flatMap(read))]);
}

/** Literals that name a state, in a value or in its fields named as states. Functions may hand a value on in circles: hence a depth. */
export function statesIn(facts: Facts, value: Node | undefined, depth = 4): readonly string[] {
  if (!value || depth === 0) return [];
  const inner = unwrap(value);
  const text = stringValue(inner);
  if (text !== undefined) return isStatusValue(text) ? [text] : [];
  if (inner.type === 'ConditionalExpression')
    return [...statesIn(facts, inner.consequent, depth - 1), ...statesIn(facts, inner.alternate, depth - 1)];
  if (inner.type === 'ObjectExpression') {
    return inner.properties.flatMap((property) =>
      property.type === 'SpreadElement'
        ? spreadStates(facts, property.argument, depth - 1)
        : isStatusField(keyName(property))
          ? textsIn(facts, property.value)
          : [],
    );
  }
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    if (definition) {
      const init = unwrap(definition);
      if (init.type === 'ObjectExpression' || init.type === 'Literal' || init.type === 'ConditionalExpression')
        return statesIn(facts, init, depth - 1);
    }
    return givenTo(inner, facts, statesGiven, depth, (argument) => statesIn(facts, argument, depth - 1));
  }
  return [];
}

/** States in what is spread: an object, a default, or what callers pass. */
function spreadStates(facts: Facts, value: Node, depth: number): readonly string[] {
  const inner = unwrap(value);
  if (inner.type === 'LogicalExpression') return spreadStates(facts, inner.right, depth);
  if (inner.type === 'ObjectExpression') return statesIn(facts, inner, depth);
  return inner.type === 'Identifier'
    ? argumentsFor(facts, inner).flatMap((argument) =>
        unwrap(argument).type === 'ObjectExpression' ? statesIn(facts, argument, depth) : [],
      )
    : [];
}

/** `done.set(id, (done.get(id) ?? 0) | Step.Contract)`: a bit for each step that is behind. */
function isStepMarked(facts: Facts, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    return definition !== undefined && isStepMarked(facts, definition);
  }
  return inner.type === 'BinaryExpression' && inner.operator === '|' && derivesFromSelf(facts, inner);
}

/** `enter(id, 'collecting'); …; enter(id, 'sending');`: one function writes for all the steps of another. */
function isMovedOnInTurn(facts: Facts, access: Access): boolean {
  if (access.key === undefined) return false;
  const callers = callSitesOf(facts, access)
    .filter(isUnconditional)
    .map((site) => holderFunction(facts, site));
  return callers.some((caller, at) => caller !== null && callers.indexOf(caller) !== at);
}

/** Literals of a value, also those that callers pass for a parameter. */
function textsIn(facts: Facts, value: Node, depth = 3): readonly string[] {
  const inner = unwrap(value);
  const text = stringValue(inner);
  if (text !== undefined) return [text];
  if (depth === 0) return [];
  if (inner.type === 'MemberExpression') return enumText(facts, inner);
  if (inner.type === 'LogicalExpression') return textsIn(facts, inner.right, depth - 1);
  if (inner.type === 'ConditionalExpression')
    return [...textsIn(facts, inner.consequent, depth - 1), ...textsIn(facts, inner.alternate, depth - 1)];
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    return definition
      ? textsIn(facts, definition, depth - 1)
      : givenTo(inner, facts, textsGiven, depth, (argument) => textsIn(facts, argument, depth - 1));
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

/** `ORDER[ORDER.indexOf(current) + 1]`, `NEXT[step]`: what comes after the stored step in a table of the code. */
function isNextStep(facts: Facts, value: Node, depth = 3): boolean {
  const inner = unwrap(value);
  if (depth === 0) return false;
  if (inner.type === 'LogicalExpression') return isNextStep(facts, inner.left, depth);
  if (inner.type === 'Identifier') {
    const definition = localDefinition(facts, inner);
    return definition !== undefined && isNextStep(facts, definition, depth - 1);
  }
  if (inner.type !== 'MemberExpression' || !inner.computed || inner.object.type !== 'Identifier') return false;
  const { object } = inner;
  if (facts.cell.accesses.some((access) => unwrap(access.node) === inner || unwrap(access.node) === object)) return false;
  const table = facts.analysis.source.variableOf(object);
  // An element of the list itself, found by its id and put back, is no next step.
  if (table?.identifiers.some((name) => (name as Node) === facts.cell.node)) return false;
  return (
    table !== undefined &&
    facts.analysis.source.isModuleLevel(table) &&
    isFrom(facts, object, 'load', 'constant') &&
    (dependsOnSelf(facts, inner.property) || isPlaceAfter(facts, inner.property, table))
  );
}

/** `ORDER.indexOf(step) + 1`, also with the index under a name of its own. */
function isPlaceAfter(facts: Facts, index: Node, table: Variable, depth = 2): boolean {
  const inner = unwrap(index);
  const definition = inner.type === 'Identifier' && depth > 0 ? localDefinition(facts, inner) : undefined;
  if (definition) return isPlaceAfter(facts, definition, table, depth - 1);
  if (inner.type !== 'BinaryExpression' || inner.operator !== '+' || numberValue(inner.right) !== 1) return false;
  const left = unwrap(inner.left as Node);
  const place = left.type === 'Identifier' ? localDefinition(facts, left) : left;
  const call = place && unwrap(place);
  const receiver = call?.type === 'CallExpression' && /^(indexOf|findIndex)$/.test(calleeName(call) ?? '') ? receiverOf(call) : undefined;
  return receiver !== undefined && facts.analysis.source.variableOf(receiver) === table;
}

function dependsOnSelf(facts: Facts, value: Node, depth = 3): boolean {
  if (derivesFromSelf(facts, value)) return true;
  return (
    (depth > 0 &&
      identifiersIn(facts, value).some((identifier) => {
        const definition = localDefinition(facts, identifier);
        return definition !== undefined && dependsOnSelf(facts, definition, depth - 1);
      })) ||
    isGivenBySelf(facts, value)
  );
}

/** A helper of this file returns what the cell holds. */
function isGivenBySelf(facts: Facts, value: Node): boolean {
  let found = false;
  walk(facts, value, (node) => {
    if (node.type === 'CallExpression')
      found ||= facts.analysis.reach
        .calleesOf(node)
        .some((callee) => facts.analysis.values.returnsOf(callee).some((returned) => derivesFromSelf(facts, returned)));
  });
  return found;
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

/** Names of states assigned one after the other, or a percentage, and read by somebody else. */
export function classifyStage(facts: Facts, assigns: readonly Access[]): Step {
  const { cell } = facts;
  const parts = new Set(assigns.flatMap((access) => (access.value ? returnedStates(facts, access.value) : [])));
  if (parts.size > 1 && !suggests('retry', [cell.name]) && !isBreaker(facts)) return verdict('progress', assigns[0]);
  const states = new Set(assigns.flatMap((access) => (access.value ? literalsIn(access.value) : [])));
  const statusStates = [...states].filter(isStatusValue);
  const isNamed = suggests('stage', [cell.name]);
  const inOneFlow = assigns.some((first) => assigns.some((second) => first !== second && isSameFlow(facts, first, second)));
  if (
    states.size > 1 &&
    (isNamed || statusStates.length > 1) &&
    !suggests('retry', [cell.name]) &&
    !isBreaker(facts) &&
    (inOneFlow || statusStates.length > 1)
  )
    return verdict('progress', assigns[0]);
  // `report('reading'); … report('writing');` where the helper only keeps what it is told.
  const told = assigns.find(
    (access) =>
      access.value !== undefined &&
      new Set(argumentsFor(facts, unwrap(access.value)).flatMap((argument) => stringValue(unwrap(argument)) ?? [])).size > 1,
  );
  if (told && /^(phase|step|stage|progress)$/i.test(cell.name.split('.').at(-1)!) && !isBreaker(facts)) return verdict('progress', told);
  if (assigns.some((access) => access.value !== undefined && isPercentage(facts, access.value)) && (isNamed || facts.reads.length > 0))
    return verdict('progress', assigns[0]);
  if (isNamed && assigns.some((access) => objectFields(access.value).some((field) => isStatusField(field))))
    return verdict('progress', assigns[0]);
  const outcome = assigns.find((access) => isOutcome(facts, assigns, access));
  if (outcome && facts.reads.some((access) => !isSameFlow(facts, access, outcome) && access.how !== 'log'))
    return verdict('progress', outcome);
  const current = assigns.find((access) => isLoopPosition(facts, access));
  if (current && facts.reads.some((access) => !isSameFlow(facts, access, current) && access.how !== 'log'))
    return verdict('progress', current);
  if (
    statusStates.length > 0 &&
    assigns.some((access) => statesIn(facts, access.value).length > 0) &&
    isStatusField(cell.name.split('.').at(-1))
  )
    return verdict('progress', assigns[0]);
  return undefined;
}

/** `try { …; lastRun = { ok: true, rows }; } catch { lastRun = { ok: false, error }; }`: how a piece of work has ended. */
function isOutcome(facts: Facts, assigns: readonly Access[], failed: Access): boolean {
  const end = failed.value ? unwrap(failed.value) : undefined;
  if (end?.type !== 'ObjectExpression' || !isInCatch(failed.site)) return false;
  return assigns.some((access) => {
    const other = access.value ? unwrap(access.value) : undefined;
    if (access === failed || other?.type !== 'ObjectExpression' || !isSameFlow(facts, access, failed)) return false;
    return end.properties.some((property) => {
      const flag = property.type === 'Property' ? booleanValue(property.value) : undefined;
      const opposite = property.type === 'Property' ? booleanValue(propertyValue(other, keyName(property) ?? '')) : undefined;
      return flag !== undefined && opposite !== undefined && flag !== opposite;
    });
  });
}

/** The states in the status fields of an object, or of what a reducer of this file returns. */
function returnedStates(facts: Facts, value: Node): readonly string[] {
  const inner = unwrap(value);
  if (inner.type === 'ObjectExpression') return statesIn(facts, inner);
  if (inner.type !== 'CallExpression') return [];
  return facts.analysis.reach
    .calleesOf(inner)
    .flatMap((callee) =>
      facts.analysis.values
        .returnsOf(callee)
        .flatMap((returned) => (unwrap(returned).type === 'ObjectExpression' ? statesIn(facts, returned) : [])),
    );
}

/** Set in a loop to what is being worked on, before the work is awaited. */
function isLoopPosition(facts: Facts, access: Access): boolean {
  if (!access.value || unwrap(access.value).type === 'AwaitExpression' || isFrom(facts, access.value, 'time')) return false;
  for (let node: Node | undefined = access.site; node && !isFunction(node); node = node.parent) {
    if (node.type !== 'ForOfStatement' && node.type !== 'ForStatement' && node.type !== 'WhileStatement') continue;
    const loop = node;
    return facts.calls
      .within(facts.calls.holderOf(loop))
      .some((call) => contains(loop, call) && call.range[0] > access.site.range[1] && isAwaited(call));
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
