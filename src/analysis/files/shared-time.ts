/**
 * Question: does a value tell a stretch of time in which many invocations run, and nothing finer?
 *
 *     new Date().toISOString().slice(0, 10)      → a day
 *     Math.floor(Date.now() / 604_800_000)       → a week
 *     `${date.getMonth()}-${date.getHours()}`    → no: it names an hour too
 *
 * A file with such a name is the same file for all invocations of that time. Looked for in the expression, in what its names stand for,
 * in functions of the file that it calls, and in what callers give.
 */
import {
  calleeName,
  calleeText,
  isFunction,
  numberValue,
  receiverOf,
  stringValue,
  unwrap,
  walkSyntax,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import type { FileAnalysis } from '../index.js';

const DAY_GETTER = /^get(UTC)?(FullYear|Month|Date|Day)$|^to(Locale)?DateString$/;
const FINE_GETTER = /^get(UTC)?(Hours|Minutes|Seconds|Milliseconds)$/;
/** Lengths of `2026-11-25`, `2026-11` and `2026`. */
const DATE_LENGTHS: readonly (number | undefined)[] = [10, 7, 4];
/** Seconds of an hour: what is divided by less still tells most invocations apart. */
const SHORTEST_STRETCH = 3600;

export function isSharedTime(analysis: FileAnalysis, node: Node, depth = 3): boolean {
  const { source, values, reach } = analysis;
  const inner = unwrap(node);
  const tells = grainOf(inner);
  if (tells) return tells === 'coarse';
  if (depth === 0) return false;
  const isShared = (part: Node): boolean => isSharedTime(analysis, part, depth - 1);
  if (inner.type === 'CallExpression') {
    const [fn] = values.functionsOf(inner.callee);
    if (fn) return isShared(fn.body);
    // `String(week).padStart(2, '0')`
    const receiver = receiverOf(inner);
    return [...(receiver ? [receiver] : []), ...inner.arguments].some(isShared);
  }
  const definition = inner.type === 'Identifier' ? source.variableOf(inner)?.defs[0] : undefined;
  const declared = definition?.node as Node | undefined;
  if (declared?.type === 'VariableDeclarator') return declared.init !== null && isShared(declared.init);
  const index = isFunction(declared) ? declared.params.indexOf(definition!.name as FunctionNode['params'][number]) : -1;
  const given = index === -1 ? [] : reach.callersOf(declared as FunctionNode).flatMap(({ node: call }) => call.arguments[index] ?? []);
  return given.length > 0 && given.every(isShared);

  /** What the calls and divisions of an expression tell: something finer than a day spoils the rest. */
  function grainOf(expression: Node): 'coarse' | 'fine' | undefined {
    let isCoarse = false;
    let isFine = false;
    walkSyntax(expression, source.visitorKeys, (part) => {
      if (part.type === 'BinaryExpression' && part.operator === '/' && (constantOf(part.right) ?? 0) >= SHORTEST_STRETCH) {
        isCoarse = true;
        return false;
      }
      if (part.type !== 'CallExpression') return true;
      const name = calleeName(part) ?? '';
      if (DAY_GETTER.test(name) || isDateOfText(part, name)) isCoarse = true;
      if (FINE_GETTER.test(name) || calleeText(part) === 'Date.now') isFine = true;
      return true;
    });
    return isCoarse ? (isFine ? 'fine' : 'coarse') : undefined;
  }

  /** `7 * DAY` */
  function constantOf(factor: Node, steps = 8): number | undefined {
    if (steps === 0) return undefined;
    const value = unwrap(factor);
    if (value.type === 'BinaryExpression' && value.operator === '*') {
      const [left, right] = [constantOf(value.left as Node, steps - 1), constantOf(value.right, steps - 1)];
      return left === undefined || right === undefined ? undefined : left * right;
    }
    const declarator = value.type === 'Identifier' ? (source.variableOf(value)?.defs[0]?.node as Node | undefined) : undefined;
    const isConstant = declarator?.type === 'VariableDeclarator' && declarator.parent.kind === 'const' && declarator.init !== null;
    return isConstant ? constantOf(declarator.init!, steps - 1) : numberValue(value);
  }
}

/** `now.toISOString().slice(0, 10)`, `now.toISOString().split('T')` */
function isDateOfText(call: CallNode, name: string): boolean {
  const receiver = receiverOf(call);
  if (receiver?.type !== 'CallExpression' || calleeName(receiver) !== 'toISOString') return false;
  const [first, second] = call.arguments;
  if (name === 'split') return stringValue(first) === 'T';
  return /^(slice|substring|substr)$/.test(name) && numberValue(first) === 0 && DATE_LENGTHS.includes(numberValue(second));
}
