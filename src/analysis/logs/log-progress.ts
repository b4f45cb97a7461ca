/**
 * Question: which log lines are the only record of how far work has come?
 *
 *     for (const [i, user] of users.entries()) {
 *       await sendMail(user);
 *       console.log(`processed ${i + 1}/${users.length}`);   // after a crash nobody can tell who has got a mail
 *     }
 *
 * A line counts in two places. In a loop with awaited effects: when it holds a position (a count and a total, a cursor, a checkpoint, a
 * numbered batch or page). In a sequence of awaited effects: when at least two lines name steps. A line in a helper counts where the
 * helper is called. Silent: where a durable record stands beside it, which is a workflow step, a write that carries status, step or
 * cursor, a message that carries on with the next page, or in loops any write to a store a unit (a row a unit is a record of progress);
 * and where the source of the events itself keeps what is done.
 *
 * Knowingly missed: lines built by functions of other files, and records that such functions make under names that hide it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, calleeText, dottedName, isFunction, outermost, propertyName, receiverOf, unwrap, type CallNode, type FunctionNode, type Node } from '../ast.js';
import { nameOf, showsPromise, verbOf, walkSyntax, type EffectReader } from '../effects.js';
import { functionName } from '../handlers.js';
import type { FirstLook } from '../first-look/first-look.js';
import type { FileAnalysis } from '../index.js';
import { importedModules } from '../imported-modules.js';
import { isWithin } from '../timers/timers.js';
import { findLogLines, LOG_METHODS, type LogField, type LogLine } from './log-calls.js';
import { BEGINNING_STEP, MAY_TELL_POSITION, MAY_TELL_STEP, COUNTER_NAME, DONE_WORDS, FINISHED_STEP, NAMED_STEP, NUMBERED_STEP, POSITION_FIELDS, POSITION_WORDS, STEP_FIELDS, TOTAL_NAME, UNIT_WORDS } from './progress-words.js';

export interface LoggedProgress {
  readonly node: CallNode;
  readonly from: FunctionNode;
  /** What the work does: `sendMail`. */
  readonly work: string;
  readonly form: 'batch' | 'steps';
}

/** A place where a line is written: the log call itself, or the call of a helper that logs. */
interface Spot {
  readonly line: LogLine;
  readonly at: Node;
  readonly fn: FunctionNode;
  /** The values that a helper is given, by the name of its parameter. */
  readonly given: ReadonlyMap<string, Node>;
}

const WORKFLOW_MODULE = /^(durable-functions|@aws\/durable-execution[\w-]*|@temporalio\/(activity|workflow)|@upstash\/workflow.*|@restatedev\/.*|@dbos-inc\/.*)$/;
const PARTIAL_BATCH = /\bbatchItemFailures\b|\bprocessPartialResponse\w*\b|\bBatchProcessor\b|\bmessage\.(ack|retry)\(\)|\bKinesis\w*\b|\bkinesis\b|\bDynamoDBStream\w*\b|\.retryAll\(|\.ackAll\(/;
/** What a platform hands over in one event: the source delivers again what is not done. */
const EVENT_LIST = /^(Records|records|messages)$/;
const LOOP = /^(For|ForOf|ForIn|While|DoWhile)Statement$/;
const ITERATION = /^(forEach|map|flatMap|reduce|mapSeries|eachSeries|each|eachLimit|forEachAsync|eachOf|concurrent|pMap)$/;
/** A retry counts attempts at one thing, not things done. */
const RETRY = /\b(retry|retries|retrying|attempts?|trying|tries|fall(ing)? ?back|skip(ping|ped)?)\b/i;
const FEWEST_STEPS = 2;
const FEWEST_TOLD_STEPS = 3;

/** A first look at the words alone, which spares most files everything that follows. */
function mayTell({ text, fields }: LogLine): boolean {
  return (
    /\$\{\}\s*(\/|of|out of)\s*(\$\{\}|\d)|%/i.test(text) ||
    [POSITION_WORDS, UNIT_WORDS, DONE_WORDS, NUMBERED_STEP, NAMED_STEP, FINISHED_STEP, BEGINNING_STEP].some((words) => words.test(text)) ||
    fields.some(({ name }) => POSITION_FIELDS.test(name) || STEP_FIELDS.test(name))
  );
}

/**
 * Whether `findLogProgress` may find anything: a line that tells a position or an end in a loop with something to wait for, or in a helper that
 * others may call in theirs; or as many lines in one function as make a sequence of steps, with as many waits.
 */
export function mayLogProgress({ standingCalls, text }: FirstLook): boolean {
  let told: Map<FunctionNode, { positions: number; finished: number }> | undefined;
  for (const { call, name } of standingCalls) {
    if (!LOG_METHODS.has(name) || call.arguments.length === 0) continue;
    const line = text.slice(...call.range);
    const tellsPosition = MAY_TELL_POSITION.test(line);
    if (!tellsPosition && !MAY_TELL_STEP.test(line)) continue;
    const place = placeOf(call);
    if (!place) continue;
    if (!isFunction(place) ? waits(place, 1) : isHelper(place)) return true;
    if (!isFunction(place)) continue;
    const counts = (told ??= new Map()).get(place) ?? { positions: 0, finished: 0 };
    told.set(place, counts);
    if (tellsPosition) counts.positions += 1;
    if (FINISHED_STEP.test(line)) counts.finished += 1;
    if ((counts.positions === FEWEST_STEPS && waits(place, FEWEST_STEPS)) || (counts.finished === FEWEST_TOLD_STEPS && waits(place, FEWEST_TOLD_STEPS))) return true;
  }
  return false;

  /** What a loop awaits may also be collected: `Promise.all(batch.map(send))`. */
  function waits(node: Node, least: number): boolean {
    return (text.slice(...node.range).match(WAIT)?.length ?? 0) >= least;
  }

  /** Its caller may be a loop, or give it the name of a step. */
  function isHelper(fn: FunctionNode): boolean {
    return fn.params.length > 0 && !(fn.async && waits(fn, 1));
  }
}

const WAIT = /\b(?:await|yield|Promise)\b/g;

/** The loop around a line, or else the function that it stands in. */
function placeOf(call: Node): Node | undefined {
  let fn: FunctionNode | undefined;
  for (let current = call.parent; current; current = current.parent) {
    if (LOOP.test(current.type)) return current;
    if (!isFunction(current)) continue;
    const holder = current.parent;
    if (holder?.type !== 'CallExpression' || holder.callee === current) return fn ?? current;
    if (ITERATION.test(calleeName(holder) ?? '')) return holder;
    fn ??= current;
  }
  return fn;
}

export function findLogProgress(analysis: FileAnalysis, effects: EffectReader): LoggedProgress[] {
  const { source, reach } = analysis;
  const lines = findLogLines(source, (fn) => reach.isInvocation(fn)).filter(mayTell);
  if (lines.length === 0 || importedModules(source).some((name) => WORKFLOW_MODULE.test(name))) return [];
  const spots = lines.flatMap(spotsOf);
  const byFunction = new Map<FunctionNode, Spot[]>();
  for (const spot of spots) {
    const known = byFunction.get(spot.fn);
    if (known) known.push(spot);
    else byFunction.set(spot.fn, [spot]);
  }
  const found = new Map<Node, LoggedProgress>();
  for (const [fn, own] of byFunction) {
    own.sort((a, b) => a.at.range[0] - b.at.range[0]);
    const progress = batchProgress(fn, own) ?? stepProgress(fn, own);
    if (progress && !found.has(progress.node)) found.set(progress.node, progress);
  }
  // A callback and the function around it are one place.
  return [...found.values()].filter(({ from }, index, all) => !all.some((other, at) => at < index && isWithin(from, other.from) && other.from !== from)).sort((a, b) => a.node.range[0] - b.node.range[0]);

  /** The line itself, and the calls of the helper that it stands in. */
  function spotsOf(line: LogLine): Spot[] {
    const own: Spot = { line, at: line.node, fn: line.from, given: new Map() };
    if (effects.callsIn(line.from).some(({ node }) => node !== line.node && effects.kindOf(node) !== 'observe' && showsPromise(node))) return [own];
    const callers = reach.callersOf(line.from).filter(({ from }) => from !== null && from !== line.from);
    const inHelper = callers.map(({ node, from }): Spot => {
      const given = new Map<string, Node>();
      line.from.params.forEach((parameter, index) => {
        const argument = node.arguments[index];
        if (parameter.type === 'Identifier' && argument && argument.type !== 'SpreadElement') given.set(parameter.name, argument);
      });
      return { line, at: node, fn: from!, given };
    });
    return inHelper.length > 0 ? inHelper : [own];
  }

  function batchProgress(fn: FunctionNode, own: readonly Spot[]): LoggedProgress | undefined {
    const told: { spot: Spot; work: string; isDone: boolean }[] = [];
    for (const spot of own) {
      const loop = loopAround(spot.at, fn);
      if (!loop || !tellsPosition(spot, loop) || isEventLoop(loop)) continue;
      const work = effectIn(loop, loopFunction(loop, fn));
      if (work === undefined) continue;
      if (hasDurableRecord(fn, loop) || writesEachUnit(loop, loopFunction(loop, fn))) continue;
      told.push({ spot, work, isDone: DONE_WORDS.test(spot.line.text) });
    }
    const first = told.find(({ isDone }) => isDone) ?? told[0];
    return first && { node: first.spot.line.node, from: first.spot.line.from, work: first.work, form: 'batch' };
  }

  function stepProgress(fn: FunctionNode, own: readonly Spot[]): LoggedProgress | undefined {
    const named = own.filter((spot) => namesStep(spot, fn) && !isInBranch(spot.at, fn));
    const numbered = new Set(named.map((spot) => stepLabel(spot)));
    const steps = effectSteps(fn);
    if (steps.length < FEWEST_STEPS) return undefined;
    if (numbered.size >= FEWEST_STEPS && liesBetween(named, steps, FEWEST_STEPS)) {
      return hasDurableRecord(fn, fn) ? undefined : { node: named[0]!.line.node, from: named[0]!.line.from, work: nameOf(steps[0]!), form: 'steps' };
    }
    // Steps without numbers: each effect is followed by a line that tells its end.
    const told = own.filter(({ line, at }) => isTopLevel(at, fn) && (FINISHED_STEP.test(line.text) || BEGINNING_STEP.test(line.text)));
    const firm = steps.filter((step) => isTopLevel(step, fn));
    if (firm.length < FEWEST_TOLD_STEPS || !isToldStepByStep(told, steps)) return undefined;
    return hasDurableRecord(fn, fn) || writesStore(fn) ? undefined : { node: told[0]!.line.node, from: told[0]!.line.from, work: nameOf(steps[0]!), form: 'steps' };
  }

  /** At least `least` effects have a line of their own after or before them. */
  function liesBetween(told: readonly Spot[], steps: readonly CallNode[], least: number): boolean {
    const gaps = new Set(told.map(({ at }) => steps.filter((step) => step.range[0] < at.range[0]).length));
    return gaps.size >= least;
  }

  /** Nearly every effect is followed by a line that tells its end, before the next effect begins. */
  function isToldStepByStep(told: readonly Spot[], steps: readonly CallNode[]): boolean {
    const finished = told.filter(({ line }) => FINISHED_STEP.test(line.text));
    const followed = steps.filter((step, index) => {
      const next = steps[index + 1];
      return finished.some(({ at }) => at.range[0] > step.range[1] && (!next || at.range[1] < next.range[0]));
    });
    return followed.length >= FEWEST_TOLD_STEPS && followed.length >= steps.length - 1;
  }

  /** Neither in a branch nor in a loop: a step of every run. */
  function isTopLevel(node: Node, fn: FunctionNode): boolean {
    for (let current = node.parent; current && current !== fn; current = current.parent) {
      if (/^(If|For|ForOf|ForIn|While|DoWhile|Switch)Statement$|^(CatchClause|SwitchCase|ConditionalExpression|LogicalExpression)$/.test(current.type) || isFunction(current)) return false;
    }
    return true;
  }

  function tellsPosition(spot: Spot, loop: Node): boolean {
    const { line } = spot;
    if (RETRY.test(line.text)) return false;
    if (hasPositionOfTotal(line, loop)) return true;
    if (line.text.includes('%') && line.values.some((value) => variesIn(value, loop) && isShare(value))) return true;
    if (UNIT_WORDS.test(line.text) && (DONE_WORDS.test(line.text) || /\bprocessing\b/i.test(line.text)) && line.values.some((value) => isCounter(value))) return true;
    if (POSITION_WORDS.test(line.text) && (line.values.some((value) => variesIn(value, loop)) || line.fields.some(({ value }) => variesIn(value, loop)))) return true;
    if (DONE_WORDS.test(line.text) && line.values.some((value) => isRunningCount(value, loop))) return true;
    return line.fields.some((field) => isPositionField(field, line, loop) || (STEP_FIELDS.test(field.name) && variesIn(givenValue(spot, field.value), loop)));
  }

  function isPositionField({ name, value }: LogField, line: LogLine, loop: Node): boolean {
    if (!POSITION_FIELDS.test(name) || !variesIn(value, loop)) return false;
    if (/^(cursor|offset|checkpoint|watermark|progress|percent(age)?|position|last\w+|next\w+)$/i.test(name)) return true;
    // `page`, `batch`, `index`: positions only in a line that tells of an end, or beside a total.
    return DONE_WORDS.test(line.text) || line.fields.some((other) => /^(total\w*|of|count|size|pages|batches)$/.test(other.name));
  }

  function hasPositionOfTotal(line: LogLine, loop: Node): boolean {
    const parts = line.text.split('${}');
    for (let index = 0; index + 1 < parts.length; index += 1) {
      const position = line.values[index];
      const between = parts[index + 1]!;
      if (!position || !isCounter(position) || !variesIn(position, loop)) continue;
      if (/^\s*(\/|of|out of)\s*\d+/i.test(between)) return true;
      const total = line.values[index + 1];
      if (total && /^\s*(\/|of|out of)\s*$/i.test(between) && index + 2 < parts.length + 1 && isTotal(total)) return true;
    }
    return false;
  }

  function isCounter(value: Node): boolean {
    const inner = unwrap(value);
    if (inner.type === 'BinaryExpression') return isCounter(inner.left as Node) || isCounter(inner.right);
    if (inner.type === 'UpdateExpression') return true;
    if (inner.type === 'CallExpression') return /^Math\.|^String$|^Number$/.test(calleeText(inner) ?? '') || /^(toFixed|padStart|toLocaleString)$/.test(calleeName(inner) ?? '');
    if (inner.type === 'MemberExpression') return COUNTER_NAME.test(propertyName(inner) ?? '') || /^(length|size)$/.test(propertyName(inner) ?? '');
    if (inner.type !== 'Identifier') return false;
    if (COUNTER_NAME.test(inner.name)) return true;
    return source.variableOf(inner)?.references.some(({ identifier }) => isRaised(identifier as Node)) ?? false;
  }

  /** `n++`, `n += 1`; a text grows by `+=` too. */
  function isRaised(identifier: Node): boolean {
    const { parent } = identifier;
    if (parent?.type === 'UpdateExpression') return true;
    if (parent?.type !== 'AssignmentExpression' || parent.left !== identifier || parent.operator !== '+=') return false;
    const definition = source.variableOf(identifier)?.defs[0]?.node as Node | undefined;
    const init = definition?.type === 'VariableDeclarator' ? definition.init : undefined;
    return (init?.type === 'Literal' && typeof init.value === 'number') || (parent.right.type === 'Literal' && typeof parent.right.value === 'number');
  }

  /** `Math.round((done / total) * 100)`, also by the name of a variable. */
  function isShare(value: Node, depth = 0): boolean {
    const inner = unwrap(value);
    if (inner.type === 'BinaryExpression') return (inner.operator === '/' && isTotal(inner.right)) || (/^[*+-]$/.test(inner.operator) && (isShare(inner.left as Node, depth) || isShare(inner.right, depth)));
    if (inner.type === 'CallExpression') return [...inner.arguments, ...(receiverOf(inner) ? [receiverOf(inner)!] : [])].some((part) => isShare(part, depth));
    const definition = inner.type === 'Identifier' && depth < 2 ? (source.variableOf(inner)?.defs[0]?.node as Node | undefined) : undefined;
    return definition?.type === 'VariableDeclarator' && definition.init ? isShare(definition.init, depth + 1) : false;
  }

  function isTotal(value: Node): boolean {
    const inner = unwrap(value);
    if (inner.type === 'BinaryExpression') return isTotal(inner.left as Node) || isTotal(inner.right);
    if (inner.type === 'MemberExpression') return /^(length|size)$/.test(propertyName(inner) ?? '') || TOTAL_NAME.test(propertyName(inner) ?? '');
    if (inner.type === 'CallExpression') return /^Math\.(ceil|floor|round)$/.test(calleeText(inner) ?? '') || /^(toFixed|toLocaleString)$/.test(calleeName(inner) ?? '');
    if (inner.type === 'Literal') return typeof inner.value === 'number';
    return inner.type === 'Identifier' && (TOTAL_NAME.test(inner.name) || /total|count|max/i.test(inner.name));
  }

  /** A local count that the loop itself raises. */
  function isRunningCount(value: Node, loop: Node): boolean {
    const inner = unwrap(value);
    if (inner.type !== 'Identifier') return false;
    return source.variableOf(inner)?.references.some(({ identifier }) => isWithin(identifier as Node, loop) && isRaised(identifier as Node)) ?? false;
  }

  /** Whether a value is another one in each turn: it uses a name that the loop declares or assigns. */
  function variesIn(value: Node, loop: Node): boolean {
    let varies = false;
    walkSyntax(value, source.visitorKeys, (node) => {
      if (varies || isFunction(node)) return false;
      if (node.type !== 'Identifier') return true;
      const variable = source.variableOf(node);
      if (!variable) return true;
      varies =
        variable.defs.some((definition) => isWithin(definition.name as Node, loop)) ||
        variable.references.some((reference) => reference.isWrite() && !reference.init && isWithin(reference.identifier as Node, loop)) ||
        // A list that the loop fills: its length is a count.
        variable.references.some(({ identifier }) => isWithin(identifier as Node, loop) && isFilling(identifier as Node)) ||
        // The parameter of a helper that the loop calls.
        (variable.defs[0]?.type === 'Parameter' && !isWithin(variable.defs[0].node as Node, loop) && !isWithin(loop, variable.defs[0].node as Node));
      return !varies;
    });
    return varies;
  }

  function isFilling(identifier: Node): boolean {
    const member = identifier.parent;
    return member?.type === 'MemberExpression' && member.object === identifier && /^(push|add|set)$/.test(propertyName(member) ?? '') && member.parent?.type === 'CallExpression';
  }

  function givenValue(spot: Spot, value: Node): Node {
    const inner = unwrap(value);
    return inner.type === 'Identifier' ? (spot.given.get(inner.name) ?? inner) : inner;
  }

  function namesStep(spot: Spot, fn: FunctionNode): boolean {
    return stepLabel(spot) !== undefined && loopAround(spot.at, fn) === undefined;
  }

  /** What tells one step from another: its number, or the text of its field. */
  function stepLabel(spot: Spot): string | undefined {
    const { line } = spot;
    const number = NUMBERED_STEP.exec(line.text);
    if (number) return number.slice(2).find((part) => part !== undefined);
    const field = line.fields.find(({ name }) => STEP_FIELDS.test(name));
    if (field) {
      const value = unwrap(givenValue(spot, field.value));
      return value.type === 'Literal' ? String(value.value) : undefined;
    }
    if (NAMED_STEP.test(line.text) && spot.given.size > 0) {
      for (const value of line.values) {
        const given = unwrap(givenValue(spot, value));
        if (given.type === 'Literal' && typeof given.value === 'string') return given.value;
      }
    }
    return undefined;
  }

  /** Early exits and failures tell no steps. */
  function isInBranch(node: Node, fn: FunctionNode): boolean {
    for (let current = node.parent; current && current !== fn; current = current.parent) {
      if (current.type === 'CatchClause' || current.type === 'SwitchCase') return true;
    }
    return false;
  }

  /** Awaited effects of a function, in order, each outside of nested functions. */
  function effectSteps(fn: FunctionNode): CallNode[] {
    return effects
      .callsIn(fn)
      .filter(({ node, from }) => from === fn && isAwaited(node) && isWork(node))
      .map(({ node }) => node)
      .sort((a, b) => a.range[0] - b.range[0]);
  }

  function isAwaited(node: CallNode): boolean {
    let outer = outermost(node);
    while (outer.parent?.type === 'MemberExpression' && outer.parent.parent?.type === 'CallExpression') outer = outermost(outer.parent.parent);
    const parent = outer.parent;
    return parent?.type === 'AwaitExpression' || parent?.type === 'YieldExpression';
  }

  /** A call that does something outside: not a pause, a read, or a log line. */
  function isWork(call: CallNode): boolean {
    const kind = effects.kindOf(call);
    if (kind === 'store' || kind === 'send') return true;
    // A callback that the caller gives: what it does is unknown, and known to the caller.
    if (kind === 'unknown' && call.callee.type === 'Identifier' && source.variableOf(call.callee)?.defs[0]?.type === 'Parameter') return false;
    // `register(domain)` is work; `connect()` only opens the door.
    if (kind === 'prepare') return call.arguments.length > 0 && /^(register|subscribe|install|attach|mount)$/.test(verbOf(calleeName(call) ?? ''));
    if (kind === 'local') return !/^(get|find|fetch|list|load|read|query|check|verify|validate|parse|wait|sleep|delay|require|is|has)$/.test(verbOf(calleeName(call) ?? '')) && reach.calleesOf(call).some((fn) => effects.effectOf(fn) !== undefined);
    return kind === 'unknown' && isAwaited(call) && call.type === 'CallExpression' && (calleeName(call) !== undefined || isFunction(unwrap(call.callee)));
  }

  function loopAround(node: Node, fn: FunctionNode): Node | undefined {
    for (let current = node.parent; current; current = current.parent) {
      if (LOOP.test(current.type)) return current;
      if (isFunction(current)) {
        const call = current.parent;
        if (call?.type === 'CallExpression' && call.callee !== current && ITERATION.test(calleeName(call) ?? '')) return call;
        if (current === fn) return undefined;
      }
    }
    return undefined;
  }

  function loopFunction(loop: Node, fn: FunctionNode): FunctionNode {
    return source.functionOf(loop) ?? fn;
  }

  /** What a loop awaits that has an effect. */
  function effectIn(loop: Node, fn: FunctionNode): string | undefined {
    for (const { node } of effects.callsIn(fn)) {
      if (isWithin(node, loop) && !isLoopHead(node, loop) && (isAwaited(node) || isCollected(node)) && isWork(node) && !effects.handsOver(node)) return nameOf(node);
    }
    return undefined;
  }

  /** `for await (… of pages())`, `for (… of await list())`: the head selects, the body works. */
  function isLoopHead(node: Node, loop: Node): boolean {
    return (loop.type === 'ForOfStatement' && isWithin(node, loop.right)) || (loop.type === 'CallExpression' && isWithin(node, loop.callee));
  }

  /** `await Promise.all(chunk.map((id) => send(id)))` */
  function isCollected(call: CallNode): boolean {
    const fn = source.functionOf(call);
    const holder = fn?.parent?.type === 'CallExpression' ? fn.parent : undefined;
    if (!holder || !/^(map|flatMap)$/.test(calleeName(holder) ?? '')) return false;
    const all = outermost(holder).parent;
    return all?.type === 'CallExpression' && /^Promise\./.test(calleeText(all) ?? '');
  }

  /** Loops over what one event brought: its source delivers again what was not done. */
  function isEventLoop(loop: Node): boolean {
    let list: Node | undefined;
    if (loop.type === 'ForOfStatement') list = loop.right;
    else if (loop.type === 'CallExpression') list = loop.callee;
    else if (loop.type === 'ForStatement' && loop.test) list = loop.test;
    let isEvent = false;
    if (list) {
      walkSyntax(list, source.visitorKeys, (node) => {
        if (node.type === 'MemberExpression' && EVENT_LIST.test(propertyName(node) ?? '')) {
          const root = dottedName(node.object).root;
          if (root.type === 'Identifier' && (/^(event|batch|evt|payload|_event)$/.test(root.name) || propertyName(node) === 'Records')) isEvent = true;
        }
        if (node.type === 'Identifier' && node.name === 'Records') isEvent = true;
        return !isEvent && !isFunction(node);
      });
    }
    return isEvent;
  }

  /** Records of the whole: in the function, in what it calls, and in the functions that call it. */
  function hasDurableRecord(fn: FunctionNode, scope: Node): boolean {
    const outer = source.functionOf(scope) ?? fn;
    const places = new Set<FunctionNode>([fn, outer]);
    for (const { from } of reach.callersOf(fn)) if (from) places.add(from);
    for (let around = source.functionOf(fn); around; around = source.functionOf(around)) places.add(around);
    if ([...places].some((place) => PARTIAL_BATCH.test(headText(place)))) return true;
    const visited = new Set<FunctionNode>();
    return [...places].some((place) => records(place, visited)) || isHandedToProcessor(fn);
  }

  /** A function and its signature, with the type that its variable is given. */
  function headText(fn: FunctionNode): string {
    const holder = fn.parent?.type === 'VariableDeclarator' ? fn.parent : fn;
    return source.text.slice(...holder.range);
  }

  function records(fn: FunctionNode, visited: Set<FunctionNode>): boolean {
    if (visited.has(fn)) return false;
    visited.add(fn);
    for (const { node } of effects.callsIn(fn)) {
      if (effects.recordsProgress(node)) return true;
      if (effects.kindOf(node) === 'local' && reach.calleesOf(node).some((callee) => records(callee, visited))) return true;
    }
    return false;
  }

  function isHandedToProcessor(fn: FunctionNode): boolean {
    const name = functionName(fn);
    if (name === undefined || !PARTIAL_BATCH.test(source.text)) return false;
    return source.calls.some(({ node }) => /^processPartialResponse/.test(calleeName(node) ?? '') && node.arguments.some((argument) => argument.type === 'Identifier' && argument.name === name));
  }

  /** A row a unit is a record of what is done. */
  function writesEachUnit(loop: Node, fn: FunctionNode): boolean {
    const visited = new Set<FunctionNode>();
    for (const { node } of effects.callsIn(fn)) {
      if (!isWithin(node, loop)) continue;
      if (effects.kindOf(node) === 'store') return true;
      if (effects.kindOf(node) === 'local' && reach.calleesOf(node).some((callee) => writesStore(callee, visited))) return true;
    }
    return writingTemplateIn(loop);
  }

  function writesStore(fn: FunctionNode, visited = new Set<FunctionNode>()): boolean {
    if (visited.has(fn)) return false;
    visited.add(fn);
    for (const { node } of effects.callsIn(fn)) {
      if (effects.kindOf(node) === 'store') return true;
      if (effects.kindOf(node) === 'local' && reach.calleesOf(node).some((callee) => writesStore(callee, visited))) return true;
    }
    return writingTemplateIn(fn);
  }

  function writingTemplateIn(scope: Node): boolean {
    let writes = false;
    walkSyntax(scope, source.visitorKeys, (node) => {
      if (node.type === 'TaggedTemplateExpression' && effects.isWritingTemplate(node as TSESTree.TaggedTemplateExpression)) writes = true;
      return !writes;
    });
    return writes;
  }
}
