/**
 * Question: what does a log line tell of how far work has come, by its words, its values and the place where it stands?
 *
 *     for (const [i, user] of users.entries()) console.log(`mailed ${i + 1}/${users.length}`)   // a position in a loop
 *     console.log('step 2: charge')                                                            // a step
 *
 * Nothing here asks what the work is or where else its progress is recorded.
 */
import { calleeName, calleeText, isFunction, propertyName, receiverOf, unwrap, walkSyntax, type FunctionNode, type Node } from '../ast.js';
import type { FirstLook } from '../first-look/first-look.js';
import type { SourceIndex } from '../source-index.js';
import { isWithin } from '../timers/timers.js';
import { findLogLines, LOG_METHODS, type LogField, type LogLine } from './log-calls.js';
import {
  BEGINNING_STEP,
  COUNTER_NAME,
  DONE_WORDS,
  FINISHED_STEP,
  MAY_TELL_POSITION,
  MAY_TELL_STEP,
  NAMED_STEP,
  NUMBERED_STEP,
  POSITION_FIELDS,
  POSITION_WORDS,
  STEP_FIELDS,
  TOTAL_NAME,
  UNIT_WORDS,
} from './progress-words.js';

/** A place where a line is written: the log call itself, or the call of a helper that logs. */
export interface Spot {
  readonly line: LogLine;
  readonly at: Node;
  readonly fn: FunctionNode;
  /** The values that a helper is given, by the name of its parameter. */
  readonly given: ReadonlyMap<string, Node>;
}

const LOOP = /^(For|ForOf|ForIn|While|DoWhile)Statement$/;
const ITERATION = /^(forEach|map|flatMap|reduce|mapSeries|eachSeries|each|eachLimit|forEachAsync|eachOf|concurrent|pMap)$/;
/** Rounds of one piece of work, up to a limit: none of them is a unit that could be left out. */
const ROUNDS = /\b(iteration|round|turn)\b/i;
/** A retry counts attempts at one thing, not things done. */
const RETRY = /\b(retry|retries|retrying|attempts?|trying|tries|fall(ing)? ?back|skip(ping|ped)?)\b/i;
export const FEWEST_STEPS = 2;
export const FEWEST_TOLD_STEPS = 3;
const WAIT = /\b(?:await|yield|Promise)\b/g;

/** A first look at the words alone, which spares most files everything that follows. */
export function mayTell({ text, fields }: LogLine): boolean {
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
    if (!isFunction(place) ? waits(place, text, 1) : isHelper(place, text)) return true;
    if (!isFunction(place)) continue;
    const counts = (told ??= new Map()).get(place) ?? { positions: 0, finished: 0 };
    told.set(place, counts);
    if (tellsPosition) counts.positions += 1;
    if (FINISHED_STEP.test(line)) counts.finished += 1;
    if (
      (counts.positions === FEWEST_STEPS && waits(place, text, FEWEST_STEPS)) ||
      (counts.finished === FEWEST_TOLD_STEPS && waits(place, text, FEWEST_TOLD_STEPS))
    )
      return true;
  }
  return false;
}

/** What a loop awaits may also be collected: `Promise.all(batch.map(send))`. */
function waits(node: Node, text: string, least: number): boolean {
  return (text.slice(...node.range).match(WAIT)?.length ?? 0) >= least;
}

/** Its caller may be a loop, or give it the name of a step. */
function isHelper(fn: FunctionNode, text: string): boolean {
  return fn.params.length > 0 && !(fn.async && waits(fn, text, 1));
}

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

/**
 * Whether a file's lines may tell progress, by what they say and where they stand: in a loop, in a helper that is called from elsewhere, or
 * as steps of one function. Less is asked than by `findLogProgress`, and nothing but the lines is read.
 */
export function tellsProgress(source: SourceIndex): boolean {
  const tellsPosition = createPositionTest(source);
  const steps = new Map<FunctionNode, { labels: Set<string>; finished: number }>();
  for (const line of findLogLines(source, () => true)) {
    if (!mayTell(line)) continue;
    const { node, from: fn } = line;
    if (fn.parent?.type !== 'CallExpression' && isHelper(fn, source.text)) return true;
    const spot: Spot = { line, at: node, fn, given: new Map() };
    const loop = loopAround(node, fn);
    if (loop && tellsPosition(spot, loop)) return true;
    const told = steps.get(fn) ?? { labels: new Set(), finished: 0 };
    steps.set(fn, told);
    const label = stepOf(spot);
    if (label !== undefined) told.labels.add(label);
    if (FINISHED_STEP.test(line.text) && isTopLevel(node, fn)) told.finished += 1;
    if (told.labels.size >= FEWEST_STEPS || told.finished >= FEWEST_TOLD_STEPS) return true;
  }
  return false;
}

/** What tells a step from others, unless it stands in a loop, or where something failed or was refused. */
export function stepOf(spot: Spot): string | undefined {
  return isInBranch(spot.at, spot.fn) || loopAround(spot.at, spot.fn) !== undefined ? undefined : stepLabel(spot);
}

/** The nearest loop around a place in a function, also one by callback. */
export function loopAround(node: Node, fn: FunctionNode): Node | undefined {
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

/** Neither in a branch nor in a loop: a step of every run. */
export function isTopLevel(node: Node, fn: FunctionNode): boolean {
  for (let current = node.parent; current && current !== fn; current = current.parent) {
    if (
      /^(If|For|ForOf|ForIn|While|DoWhile|Switch)Statement$|^(CatchClause|SwitchCase|ConditionalExpression|LogicalExpression)$/.test(
        current.type,
      ) ||
      isFunction(current)
    )
      return false;
  }
  return true;
}

function givenValue(spot: Spot, value: Node): Node {
  const inner = unwrap(value);
  return inner.type === 'Identifier' ? (spot.given.get(inner.name) ?? inner) : inner;
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

/** Whether a line that stands in a loop tells how far the loop has come. */
export function createPositionTest(source: SourceIndex): (spot: Spot, loop: Node) => boolean {
  return tellsPosition;

  function tellsPosition(spot: Spot, loop: Node): boolean {
    const { line } = spot;
    if (RETRY.test(line.text) || (ROUNDS.test(line.text) && line.values.some(isLimit))) return false;
    if (hasPositionOfTotal(line, loop)) return true;
    if (line.text.includes('%') && line.values.some((value) => variesIn(value, loop) && isShare(value))) return true;
    if (
      UNIT_WORDS.test(line.text) &&
      (DONE_WORDS.test(line.text) || /\bprocessing\b/i.test(line.text)) &&
      line.values.some((value) => isCounter(value))
    )
      return true;
    if (
      POSITION_WORDS.test(line.text) &&
      (line.values.some((value) => variesIn(value, loop)) || line.fields.some(({ value }) => variesIn(value, loop)))
    )
      return true;
    if (DONE_WORDS.test(line.text) && line.values.some((value) => isRunningCount(value, loop))) return true;
    return line.fields.some(
      (field) => isPositionField(field, line, loop) || (STEP_FIELDS.test(field.name) && variesIn(givenValue(spot, field.value), loop)),
    );
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

  /** `maxTurns`, `options.limit` */
  function isLimit(value: Node): boolean {
    const inner = unwrap(value);
    return /^(max|limit)/i.test(
      inner.type === 'MemberExpression' ? (propertyName(inner) ?? '') : inner.type === 'Identifier' ? inner.name : '',
    );
  }

  function isCounter(value: Node): boolean {
    const inner = unwrap(value);
    if (inner.type === 'BinaryExpression') return isCounter(inner.left as Node) || isCounter(inner.right);
    if (inner.type === 'UpdateExpression') return true;
    if (inner.type === 'CallExpression')
      return (
        /^Math\.|^String$|^Number$/.test(calleeText(inner) ?? '') || /^(toFixed|padStart|toLocaleString)$/.test(calleeName(inner) ?? '')
      );
    if (inner.type === 'MemberExpression')
      return COUNTER_NAME.test(propertyName(inner) ?? '') || /^(length|size)$/.test(propertyName(inner) ?? '');
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
    return (
      (init?.type === 'Literal' && typeof init.value === 'number') ||
      (parent.right.type === 'Literal' && typeof parent.right.value === 'number')
    );
  }

  /** `Math.round((done / total) * 100)`, also by the name of a variable. */
  function isShare(value: Node, depth = 0): boolean {
    const inner = unwrap(value);
    if (inner.type === 'BinaryExpression')
      return (
        (inner.operator === '/' && isTotal(inner.right)) ||
        (/^[*+-]$/.test(inner.operator) && (isShare(inner.left as Node, depth) || isShare(inner.right, depth)))
      );
    if (inner.type === 'CallExpression')
      return [...inner.arguments, ...(receiverOf(inner) ? [receiverOf(inner)!] : [])].some((part) => isShare(part, depth));
    const definition = inner.type === 'Identifier' && depth < 2 ? (source.variableOf(inner)?.defs[0]?.node as Node | undefined) : undefined;
    return definition?.type === 'VariableDeclarator' && definition.init ? isShare(definition.init, depth + 1) : false;
  }

  function isTotal(value: Node): boolean {
    const inner = unwrap(value);
    if (inner.type === 'BinaryExpression') return isTotal(inner.left as Node) || isTotal(inner.right);
    if (inner.type === 'MemberExpression')
      return /^(length|size)$/.test(propertyName(inner) ?? '') || TOTAL_NAME.test(propertyName(inner) ?? '');
    if (inner.type === 'CallExpression')
      return /^Math\.(ceil|floor|round)$/.test(calleeText(inner) ?? '') || /^(toFixed|toLocaleString)$/.test(calleeName(inner) ?? '');
    if (inner.type === 'Literal') return typeof inner.value === 'number';
    return inner.type === 'Identifier' && (TOTAL_NAME.test(inner.name) || /total|count|max/i.test(inner.name));
  }

  /** A local count that the loop itself raises. */
  function isRunningCount(value: Node, loop: Node): boolean {
    const inner = unwrap(value);
    if (inner.type !== 'Identifier') return false;
    return (
      source.variableOf(inner)?.references.some(({ identifier }) => isWithin(identifier as Node, loop) && isRaised(identifier as Node)) ??
      false
    );
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
        (variable.defs[0]?.type === 'Parameter' &&
          !isWithin(variable.defs[0].node as Node, loop) &&
          !isWithin(loop, variable.defs[0].node as Node));
      return !varies;
    });
    return varies;
  }

  function isFilling(identifier: Node): boolean {
    const member = identifier.parent;
    return (
      member?.type === 'MemberExpression' &&
      member.object === identifier &&
      /^(push|add|set)$/.test(propertyName(member) ?? '') &&
      member.parent?.type === 'CallExpression'
    );
  }
}
