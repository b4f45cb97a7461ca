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
import {
  calleeName,
  calleeText,
  dottedName,
  isFunction,
  outermost,
  propertyName,
  unwrap,
  walkSyntax,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import { nameOf, showsPromise, verbOf, type EffectReader } from '../effects.js';
import { functionName } from '../handlers.js';
import type { FileAnalysis } from '../index.js';
import { isWithin } from '../timers/timers.js';
import { findLogLines, type LogLine } from './log-calls.js';
import { BEGINNING_STEP, DONE_WORDS, FINISHED_STEP } from './progress-words.js';
import {
  createPositionTest,
  FEWEST_STEPS,
  FEWEST_TOLD_STEPS,
  isTopLevel,
  loopAround,
  mayTell,
  stepOf,
  type Spot,
} from './told-progress.js';

export interface LoggedProgress {
  readonly node: CallNode;
  readonly from: FunctionNode;
  /** What the work does: `sendMail`. */
  readonly work: string;
  readonly form: 'batch' | 'steps';
}

const WORKFLOW_MODULE =
  /^(durable-functions|@aws\/durable-execution[\w-]*|@temporalio\/(activity|workflow)|@upstash\/workflow.*|@restatedev\/.*|@dbos-inc\/.*)$/;
const PARTIAL_BATCH =
  /\bbatchItemFailures\b|\bprocessPartialResponse\w*\b|\bBatchProcessor\b|\bmessage\.(ack|retry)\(\)|\bKinesis\w*\b|\bkinesis\b|\bDynamoDBStream\w*\b|\.retryAll\(|\.ackAll\(/;
/** What a platform hands over in one event: the source delivers again what is not done. */
const EVENT_LIST = /^(Records|records|messages)$/;
export function findLogProgress(analysis: FileAnalysis, effects: EffectReader): LoggedProgress[] {
  const { source, reach } = analysis;
  const lines = findLogLines(source, (fn) => reach.isInvocation(fn)).filter(mayTell);
  if (lines.length === 0 || source.modules.some((name) => WORKFLOW_MODULE.test(name))) return [];
  const tellsPosition = createPositionTest(source);
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
  return [...found.values()]
    .filter(({ from }, index, all) => !all.some((other, at) => at < index && isWithin(from, other.from) && other.from !== from))
    .sort((a, b) => a.node.range[0] - b.node.range[0]);

  /** The line itself, and the calls of the helper that it stands in. */
  function spotsOf(line: LogLine): Spot[] {
    const own: Spot = { line, at: line.node, fn: line.from, given: new Map() };
    if (effects.callsIn(line.from).some(({ node }) => node !== line.node && effects.kindOf(node) !== 'observe' && showsPromise(node)))
      return [own];
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
    const named = own.filter((spot) => stepOf(spot) !== undefined);
    const numbered = new Set(named.map(stepOf));
    const steps = effectSteps(fn);
    if (steps.length < FEWEST_STEPS) return undefined;
    if (numbered.size >= FEWEST_STEPS && liesBetween(named, steps, FEWEST_STEPS)) {
      return hasDurableRecord(fn, fn)
        ? undefined
        : { node: named[0]!.line.node, from: named[0]!.line.from, work: nameOf(steps[0]!), form: 'steps' };
    }
    // Steps without numbers: each effect is followed by a line that tells its end.
    const told = own.filter(({ line, at }) => isTopLevel(at, fn) && (FINISHED_STEP.test(line.text) || BEGINNING_STEP.test(line.text)));
    const firm = steps.filter((step) => isTopLevel(step, fn));
    if (firm.length < FEWEST_TOLD_STEPS || !isToldStepByStep(told, steps)) return undefined;
    return hasDurableRecord(fn, fn) || writesStore(fn)
      ? undefined
      : { node: told[0]!.line.node, from: told[0]!.line.from, work: nameOf(steps[0]!), form: 'steps' };
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
    while (outer.parent?.type === 'MemberExpression' && outer.parent.parent?.type === 'CallExpression')
      outer = outermost(outer.parent.parent);
    const parent = outer.parent;
    return parent?.type === 'AwaitExpression' || parent?.type === 'YieldExpression';
  }

  /** A call that does something outside: not a pause, a read, or a log line. */
  function isWork(call: CallNode): boolean {
    const kind = effects.kindOf(call);
    if (kind === 'store' || kind === 'send') return true;
    // A callback that the caller gives: what it does is unknown, and known to the caller.
    if (kind === 'unknown' && call.callee.type === 'Identifier' && source.variableOf(call.callee)?.defs[0]?.type === 'Parameter')
      return false;
    // `register(domain)` is work; `connect()` only opens the door.
    if (kind === 'prepare')
      return call.arguments.length > 0 && /^(register|subscribe|install|attach|mount)$/.test(verbOf(calleeName(call) ?? ''));
    if (kind === 'local')
      return (
        !/^(get|find|fetch|list|load|read|query|check|verify|validate|parse|wait|sleep|delay|require|is|has)$/.test(
          verbOf(calleeName(call) ?? ''),
        ) && reach.calleesOf(call).some((fn) => effects.effectOf(fn) !== undefined)
      );
    return (
      kind === 'unknown' &&
      (isAwaited(call) || isCollected(call)) &&
      call.type === 'CallExpression' &&
      (calleeName(call) !== undefined || isFunction(unwrap(call.callee)))
    );
  }

  function loopFunction(loop: Node, fn: FunctionNode): FunctionNode {
    return source.functionOf(loop) ?? fn;
  }

  /** What a loop awaits that has an effect. */
  function effectIn(loop: Node, fn: FunctionNode): string | undefined {
    for (const { node } of effects.callsIn(fn)) {
      if (
        isWithin(node, loop) &&
        !isLoopHead(node, loop) &&
        (isAwaited(node) || isCollected(node)) &&
        isWork(node) &&
        !effects.handsOver(node)
      )
        return nameOf(node);
    }
    return undefined;
  }

  /** `for await (… of pages())`, `for (… of await list())`: the head selects, the body works. */
  function isLoopHead(node: Node, loop: Node): boolean {
    return (
      (loop.type === 'ForOfStatement' && isWithin(node, loop.right)) || (loop.type === 'CallExpression' && isWithin(node, loop.callee))
    );
  }

  /** `await Promise.all(chunk.map((id) => send(id)))` */
  function isCollected(call: CallNode): boolean {
    const fn = showsPromise(call) ? source.functionOf(call) : null;
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
          if (root.type === 'Identifier' && (/^(event|batch|evt|payload|_event)$/.test(root.name) || propertyName(node) === 'Records'))
            isEvent = true;
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
    return source.calls.some(
      ({ node }) =>
        /^processPartialResponse/.test(calleeName(node) ?? '') &&
        node.arguments.some((argument) => argument.type === 'Identifier' && argument.name === name),
    );
  }

  /** A row a unit is a record of what is done. What changes or removes the unit itself may be done again. */
  function writesEachUnit(loop: Node, fn: FunctionNode): boolean {
    const visited = new Set<FunctionNode>();
    for (const { node } of effects.callsIn(fn)) {
      if (!isWithin(node, loop)) continue;
      if (effects.kindOf(node) === 'store') return true;
      if (
        effects.kindOf(node) === 'unknown' &&
        (isAwaited(node) || isCollected(node)) &&
        /^(update|delete|remove|replace)$/.test(verbOf(calleeName(node) ?? ''))
      )
        return true;
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
