/**
 * Question: does production take the branch in which a store lives in the process?
 *
 *     NODE_ENV === 'production' ? new RedisStore() : new MemoryStore()      // no
 *     process.env.REDIS_URL ? new RedisStore() : new MemoryStore()          // whoever forgets the variable does, and nothing tells
 *     process.env.STORE === 'memory' ? new MemoryStore() : new RedisStore() // only where somebody asks for it
 *
 * A silent fallback counts as the process: it is taken by a deployment without the variable, where every instance then counts, locks or
 * remembers on its own. It does not count where the file throws in production, or where the variable is missing.
 */
import { isTransparent, unwrap, type Node } from '../ast.js';
import { lastOf } from '../guards.js';
import type { FileAnalysis } from '../index.js';

/** Made on a branch that production does not take, or that is only taken where it was asked for. */
export function isOutsideProduction(analysis: FileAnalysis, made: Node): boolean {
  let node = made;
  for (let parent = node.parent; parent; node = parent, parent = node.parent) {
    if ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && node !== parent.test) {
      const isConsequent = node === parent.consequent;
      const production = analysis.production.meaningOf(parent.test);
      if (production === (isConsequent ? 'development' : 'production')) return true;
      const other = isConsequent ? parent.alternate : parent.consequent;
      if (
        production === undefined &&
        isOfConfiguration(analysis, parent.test) &&
        makesStore(other) &&
        !isForgotten(analysis, parent.test, isConsequent)
      )
        return true;
    } else if (parent.type === 'LogicalExpression' && node === parent.right) {
      const production = analysis.production.meaningOf(parent.left);
      if ((parent.operator === '&&' && production === 'development') || (parent.operator === '||' && production === 'production'))
        return true;
    } else if (parent.type === 'BlockStatement' && followsReturnOfStore(analysis, parent.body, node)) {
      return true;
    }
  }
  return false;
}

/** Whether an absent option, one branch of the expression around it, is what a forgotten variable leads to. */
export function isSilentFallback(analysis: FileAnalysis, absent: Node): boolean {
  const choice = absent.parent;
  if (choice?.type === 'ConditionalExpression') {
    const isConsequent = unwrap(choice.consequent) === unwrap(absent);
    return (
      analysis.production.meaningOf(choice.test) === undefined &&
      isOfConfiguration(analysis, choice.test) &&
      isForgotten(analysis, choice.test, isConsequent)
    );
  }
  if (choice?.type === 'LogicalExpression')
    return (
      analysis.production.meaningOf(choice.left) === undefined &&
      isOfConfiguration(analysis, choice.left) &&
      isForgotten(analysis, choice.left, false)
    );
  return false;
}

/** `let store; if (process.env.REDIS_URL) store = new RedisStore(…);`: whether the only place that sets a variable asks for a setting. */
export function isSetByConfiguration(analysis: FileAnalysis, identifier: Node): boolean {
  const assignment = identifier.parent;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== identifier || assignment.parent.type !== 'ExpressionStatement')
    return false;
  const holder = assignment.parent.parent.type === 'BlockStatement' ? assignment.parent.parent : assignment.parent;
  const branch = holder.parent;
  if (branch?.type !== 'IfStatement' || branch.alternate || branch.consequent !== holder) return false;
  const variable = analysis.source.variableOf(identifier);
  if (variable?.references.some((reference) => reference.isWrite() && !reference.init && reference.identifier !== identifier)) return false;
  return (
    analysis.production.meaningOf(branch.test) === undefined &&
    isOfConfiguration(analysis, branch.test) &&
    isForgotten(analysis, branch.test, false)
  );
}

/** `if (process.env.REDIS_URL) return new RedisStore(…); return new MemoryStore();`, and the same with production. */
function followsReturnOfStore(analysis: FileAnalysis, body: readonly Node[], statement: Node): boolean {
  for (const earlier of body) {
    if (earlier === statement) return false;
    if (earlier.type !== 'IfStatement' || earlier.alternate) continue;
    const last = lastOf(earlier.consequent);
    if (last?.type !== 'ReturnStatement' && last?.type !== 'ThrowStatement') continue;
    if (analysis.production.meaningOf(earlier.test) === 'production') return true;
    if (
      last.type === 'ReturnStatement' &&
      analysis.production.meaningOf(earlier.test) === undefined &&
      isOfConfiguration(analysis, earlier.test) &&
      makesStore(earlier.consequent) &&
      !isForgotten(analysis, earlier.test, false)
    )
      return true;
  }
  return false;
}

/** Whether the branch is taken where something is not set, and nothing in the file objects. */
function isForgotten(analysis: FileAnalysis, test: Node, isConsequent: boolean): boolean {
  return asksForAbsence(test) === isConsequent && !throwsWithout(analysis, test);
}

/** `!redis`, `url === undefined`: true where something is missing. */
function asksForAbsence(node: Node): boolean {
  const test = unwrap(node);
  if (test.type === 'UnaryExpression' && test.operator === '!') return !asksForAbsence(test.argument);
  if (test.type === 'LogicalExpression') return asksForAbsence(test.left);
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(test.operator)) return false;
  const other = unwrap(test.right);
  const isNothing =
    (other.type === 'Literal' && (other.value === null || other.value === '')) ||
    (other.type === 'Identifier' && other.name === 'undefined');
  return isNothing && !test.operator.startsWith('!');
}

const THROWS = /\bif\s*\(([^{};]{0,300})\)\s*\{?\s*throw\b/g;
const NAME = /[A-Za-z_$][\w$]*/g;
const SAYS_NOTHING = /^(process|env|Boolean|undefined|null|true|false|typeof)$/;

/** `if (isProduction && !url) throw …`, `if (!process.env.REDIS_URL) throw …`: a deployment without it does not start. */
function throwsWithout({ source }: FileAnalysis, test: Node): boolean {
  const names = new Set(
    Array.from(source.text.slice(...test.range).matchAll(NAME), ([name]) => name).filter((name) => !SAYS_NOTHING.test(name)),
  );
  for (const [, condition = ''] of source.text.matchAll(THROWS)) {
    if (/prod/i.test(condition)) return true;
    if (condition.includes('!') && Array.from(condition.matchAll(NAME), ([name]) => name).some((name) => names.has(name))) return true;
  }
  return false;
}

/** Is there anything made in the other branch? An empty one, or one that only logs, is no store. */
function makesStore(branch: Node | null): boolean {
  if (!branch) return false;
  if (
    branch.type === 'NewExpression' ||
    branch.type === 'CallExpression' ||
    branch.type === 'AwaitExpression' ||
    branch.type === 'AssignmentExpression'
  )
    return true;
  if (branch.type === 'BlockStatement') return branch.body.some(makesStore);
  if (branch.type === 'ExpressionStatement')
    return makesStore(unwrap(branch.expression)) && unwrap(branch.expression).type === 'AssignmentExpression';
  if (branch.type === 'VariableDeclaration') return branch.declarations.some(({ init }) => init !== null && makesStore(unwrap(init)));
  if (branch.type === 'ReturnStatement')
    return branch.argument !== null && branch.argument !== undefined && makesStore(unwrap(branch.argument));
  return isTransparent(branch) && makesStore(unwrap(branch));
}

/** `process.env.REDIS_URL`, `config.redis`, a client that may be missing: not a fact about the request. */
function isOfConfiguration(analysis: FileAnalysis, test: Node): boolean {
  return !analysis.origins.of(test).has('request');
}
