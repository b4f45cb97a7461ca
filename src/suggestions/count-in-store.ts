/**
 * Question: can a count become one of the team's own counter store?
 *
 *     const hits = new Map();                           import { counterStore } from '@acme/stores';
 *     …                                                 …
 *     const count = (hits.get(ip) ?? 0) + 1;      →     const count = await counterStore.increment(`src/login:hits:${ip}`);
 *     hits.set(ip, count);
 *
 * `increment` adds one and gives the sum in one step. So a count can go where it is raised by one, in one place, from nothing, and is
 * read behind that only. A limit that is compared first, a window of time, or a second reader are left alone.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { numberValue, outermost, propertyName, unwrap, type Node } from '../analysis/ast.js';
import { contains } from '../analysis/guards.js';
import type { FileAnalysis, StateFinding } from '../analysis/index.js';
import type { SourceIndex, Variable } from '../analysis/source-index.js';
import { statementOf } from './gates.js';
import { importFor } from './imports.js';
import { hasComment } from './layout.js';
import { moduleBindingAt, type ModuleBinding } from './module-binding.js';
import { unusedName } from './names.js';
import { areSameKey } from './stable-keys.js';
import { mayLeave, works } from './statement-effects.js';
import { removeDeclaration, removeStatement } from './statements.js';
import { storeKey } from './store-keys.js';
import type { Edit, Suggestion } from './suggestion.js';
import { canAwaitAt } from './waiting.js';

/** Where `await` needs no parentheses. */
const STANDS_ALONE =
  /^(VariableDeclarator|TemplateLiteral|Property|ReturnStatement|ArrayExpression|ArrowFunctionExpression|AssignmentExpression)$/;

/** How the code counts, and how the same reads with the store. */
interface Counting {
  /** Where the store is called. */
  readonly at: Node;
  /** The key, of counts by key. */
  readonly key?: Node;
  readonly edits: (increment: string) => readonly (Edit | undefined)[];
}

export function countInStore(analysis: FileAnalysis, { node }: StateFinding): Suggestion | undefined {
  const { source, settings } = analysis;
  const store = settings.stores.counter;
  const binding = store && moduleBindingAt(source, node);
  const counting = binding && (countOf(source, binding) ?? countsByKey(source, binding));
  if (!counting || !canAwaitAt(counting.at)) return undefined;
  const imported = importFor(source, store!, [counting.at]);
  if (!imported) return undefined;
  const increment = `await ${imported.local}.increment(${storeKey(source, binding!.variable.name, counting.key)})`;
  const edits = [...imported.edits, removeDeclaration(source, binding!.declaration), ...counting.edits(increment)];
  return edits.includes(undefined) ? undefined : { data: { store: imported.local }, edits: edits.filter((edit) => edit !== undefined) };
}

/** `let count = 0; … count += 1; if (count > 10) …`, and `const id = ++count`. */
function countOf(source: SourceIndex, { variable, declarator, uses }: ModuleBinding): Counting | undefined {
  const start = numberValue(declarator.init);
  const [written, ...more] = uses.filter((use) => use.isWrite());
  if (start === undefined || !written || more.length > 0) return undefined;
  const raised = (written.identifier as Node).parent!;
  const step = stepOf(raised);
  if (step === undefined) return undefined;
  const reads = uses.filter((use) => use !== written).map(({ identifier }) => identifier as Node);
  const statement = statementOf(raised);
  if (statement) {
    if (start !== 0 || reads.length === 0 || !areBehind(source, statement, reads)) return undefined;
    return {
      at: statement,
      edits: (increment) => [replaced(source, statement, `const ${variable.name} = ${increment}${endOf(source, statement)}`)],
    };
  }
  // The first number that the expression gives must be the first that the store gives.
  if (reads.length > 0 || outermost(raised).parent?.type === 'ExpressionStatement' || start !== (step === 'after' ? 1 : 0))
    return undefined;
  return {
    at: raised,
    edits: (increment) => [{ range: raised.range, text: STANDS_ALONE.test(outermost(raised).parent!.type) ? increment : `(${increment})` }],
  };
}

/** Whether an expression raises by one, and gives the number before or after: `n++` gives it and raises it after. */
function stepOf(node: Node): 'before' | 'after' | undefined {
  if (node.type === 'UpdateExpression') return node.operator === '++' ? (node.prefix ? 'before' : 'after') : undefined;
  return node.type === 'AssignmentExpression' && node.operator === '+=' && numberValue(node.right) === 1 ? 'before' : undefined;
}

interface CountUse {
  readonly node: Node;
  readonly key: Node;
  /** What is written; `undefined` of a read. */
  readonly value: Node | undefined;
}

/** `const n = (hits.get(ip) ?? 0) + 1; hits.set(ip, n)`, and `hits[ip] = (hits[ip] ?? 0) + 1`. */
function countsByKey(source: SourceIndex, { uses }: ModuleBinding): Counting | undefined {
  const found = uses.map(({ identifier }) => countUse(outermost(identifier as Node)));
  if (found.includes(undefined)) return undefined;
  const [write, ...more] = found.filter((use) => use?.value !== undefined);
  const reads = found.filter((use) => use !== undefined && use.value === undefined);
  const [first] = reads;
  if (!write?.value || !first || more.length > 0) return undefined;
  const statement = statementOf(write.node);
  if (
    !statement ||
    !reads.every((read) => areSameKey(source, read!.key, write.key) && source.functionOf(read!.node) === source.functionOf(statement))
  )
    return undefined;
  return (
    countedAlone(
      source,
      write,
      reads.map((read) => read!.node),
      statement,
    ) ??
    countedInPlace(
      source,
      write,
      reads.map((read) => read!.node),
      statement,
    )
  );
}

/** The sum has a name of its own, and is then stored. */
function countedAlone(
  source: SourceIndex,
  { key, value }: CountUse,
  reads: readonly Node[],
  statement: TSESTree.ExpressionStatement,
): Counting | undefined {
  const name = value && unwrap(value);
  const variable = name?.type === 'Identifier' ? source.variableOf(name) : undefined;
  const declarator = variable?.defs[0]?.node as Node | undefined;
  if (
    reads.length !== 1 ||
    declarator?.type !== 'VariableDeclarator' ||
    declarator.id.type !== 'Identifier' ||
    !declarator.init ||
    declarator.parent.parent !== statement.parent
  )
    return undefined;
  const { init } = declarator;
  if (
    !isOneMore(init, reads[0]!) ||
    declarator.range[0] > statement.range[0] ||
    variable!.references.some((reference) => reference.isWrite() && !reference.init)
  )
    return undefined;
  if (!isDecidedByCount(source, declarator.parent, statement, variable!)) return undefined;
  return { at: init, key, edits: (increment) => [replaced(source, init, increment), removeStatement(source, statement)] };
}

/** Between the two stand no work, and no way out but by the count itself: whom a limit turns away counts or not, he stays turned away. */
function isDecidedByCount(source: SourceIndex, from: Node, to: TSESTree.Statement, { references }: Variable): boolean {
  const { body } = to.parent as TSESTree.BlockStatement;
  return body.slice(body.indexOf(from as TSESTree.Statement) + 1, body.indexOf(to)).every((statement) => {
    if (works(source, statement)) return false;
    return (
      !mayLeave(source, statement) ||
      (statement.type === 'IfStatement' && references.some(({ identifier }) => contains(statement.test, identifier as Node)))
    );
  });
}

/** The sum is stored at once, and read again behind. */
function countedInPlace(
  source: SourceIndex,
  { key, value }: CountUse,
  reads: readonly Node[],
  statement: TSESTree.ExpressionStatement,
): Counting | undefined {
  const [own, ...others] = [...reads.filter((read) => contains(statement, read)), ...reads.filter((read) => !contains(statement, read))];
  const count = unusedName(source, source.functionOf(statement)!, ['count', 'counted']);
  if (!value || !own || others.length === 0 || !isOneMore(value, own) || !areBehind(source, statement, others) || count === undefined)
    return undefined;
  return {
    at: statement,
    key,
    edits: (increment) => [
      replaced(source, statement, `const ${count} = ${increment}${endOf(source, statement)}`),
      ...others.map((read) => replaced(source, { range: rangeOfCount(source, read) }, count)),
    ],
  };
}

function countUse(collection: Node): CountUse | undefined {
  const { parent } = collection;
  if (parent?.type !== 'MemberExpression' || parent.object !== collection || parent.optional) return undefined;
  const method = propertyName(parent);
  const target = outermost(parent).parent;
  if (method === undefined) {
    if (target?.type === 'AssignmentExpression' && target.left === parent)
      return target.operator === '=' ? { node: target, key: parent.property, value: target.right } : undefined;
    return target?.type === 'UpdateExpression' || target?.type === 'UnaryExpression' || target?.type === 'MemberExpression'
      ? undefined
      : { node: parent, key: parent.property, value: undefined };
  }
  if (target?.type !== 'CallExpression' || unwrap(target.callee) !== parent || target.optional) return undefined;
  const [key, value, more] = target.arguments;
  if (!key || key.type === 'SpreadElement' || value?.type === 'SpreadElement' || more) return undefined;
  return (method === 'get' && !value) || (method === 'set' && value) ? { node: target, key, value } : undefined;
}

/** `(read ?? 0) + 1` */
function isOneMore(value: Node, read: Node): boolean {
  const sum = unwrap(value);
  if (sum.type !== 'BinaryExpression' || sum.operator !== '+') return false;
  const [before, one] = numberValue(sum.right) === 1 ? [sum.left as Node, sum.right] : [sum.right, sum.left as Node];
  const old = unwrap(before);
  return (
    numberValue(one) === 1 &&
    old.type === 'LogicalExpression' &&
    old.operator !== '&&' &&
    unwrap(old.left) === read &&
    numberValue(old.right) === 0
  );
}

/** `hits.get(ip)!` and `hits.get(ip) ?? 0` are the count, with the parentheses that a comparison needs for them. */
function rangeOfCount({ text }: SourceIndex, read: Node): readonly [number, number] {
  const whole = outermost(read);
  const { parent } = whole;
  if (parent?.type !== 'LogicalExpression' || parent.operator === '&&' || parent.left !== whole || numberValue(parent.right) !== 0)
    return whole.range;
  const [start, end] = parent.range;
  return parent.parent.type === 'BinaryExpression' && text[start - 1] === '(' && text[end] === ')' ? [start - 1, end + 1] : parent.range;
}

/** All of them run behind the statement, in the list that it stands in. */
function areBehind({ functionOf }: SourceIndex, statement: Node, reads: readonly Node[]): boolean {
  return reads.every(
    (read) => contains(statement.parent, read) && read.range[0] >= statement.range[1] && functionOf(read) === functionOf(statement),
  );
}

function endOf(source: SourceIndex, statement: Node): string {
  return source.text[statement.range[1] - 1] === ';' ? ';' : '';
}

function replaced(source: SourceIndex, { range }: { readonly range: readonly [number, number] }, text: string): Edit | undefined {
  return hasComment(source, ...range) ? undefined : { range, text };
}
