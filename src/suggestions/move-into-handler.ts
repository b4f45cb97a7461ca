/**
 * Question: can a variable of the module become a variable of the one handler that uses it?
 *
 *     let user;                                  export async function GET(request) {
 *     export async function GET(request) {   →     let user;
 *       user = await findUser(request);            user = await findUser(request);
 *
 * It can where that handler writes it before it reads it (else somebody wants the last request's value), where its initial value is
 * plain data, and where every name in its declaration means the same inside the handler.
 */
import type { FileAnalysis, StateFinding } from '../analysis/index.js';
import { outermost, type FunctionNode, type Node } from '../analysis/ast.js';
import type { Reference, SourceIndex } from '../analysis/source-index.js';
import { isFreshData } from './fresh-data.js';
import { groupByHandler } from './handler-of-uses.js';
import { indentOf, startsLine } from './layout.js';
import { moduleBindingAt, type ModuleBinding } from './module-binding.js';
import { lookUp } from './names.js';
import { insertOnTop, rangeWithComments, removeLines } from './statements.js';
import type { Edit, Suggestion } from './suggestion.js';
import { requestParts } from './written-parts.js';

export function moveIntoHandler(analysis: FileAnalysis, { node }: StateFinding): Suggestion | undefined {
  const { source } = analysis;
  const binding = moduleBindingAt(source, node);
  if (!binding) return undefined;
  const groups = groupByHandler(analysis, binding.uses);
  const [handler] = groups?.size === 1 ? groups.keys() : [];
  if (!handler || !isFreshData(source, binding.declarator.init) || !meansTheSame(source, binding, handler.fn)) return undefined;
  if (!(isObject(binding.declarator.init) ? requestParts(analysis, binding.uses) : isWrittenFirst(binding.uses))) return undefined;
  const edits = moveTo(source, binding, handler.fn);
  return edits && { data: { name: binding.variable.name }, edits };
}

function isObject(init: Node | null): boolean {
  return init?.type === 'ObjectExpression' || init?.type === 'NewExpression';
}

/** The first use assigns, or asks whether something has been assigned. */
function isWrittenFirst([first, second]: readonly Reference[]): boolean {
  if (!first) return false;
  if (first.isWrite()) return first.isWriteOnly() || /^(\?\?|\|\|)=$/.test(operatorAround(first) ?? '');
  // `if (!client) client = …`
  const guard = outermost(first.identifier as Node).parent;
  const test = guard?.type === 'UnaryExpression' && guard.operator === '!' ? guard.parent : undefined;
  return (
    test?.type === 'IfStatement' &&
    test.test === guard &&
    second?.isWriteOnly() === true &&
    second.identifier.range[1] <= test.consequent.range[1]
  );
}

function operatorAround({ identifier }: Reference): string | undefined {
  const assignment = outermost(identifier as Node).parent;
  return assignment?.type === 'AssignmentExpression' ? assignment.operator : undefined;
}

/** Every name that the declaration uses, types included, means the same in the handler. */
function meansTheSame(source: SourceIndex, { declarator, variable }: ModuleBinding, fn: FunctionNode): boolean {
  const [start, end] = declarator.range;
  return source.moduleScope.references.every(({ identifier, resolved }) => {
    if (identifier.range[0] < start || identifier.range[1] > end || resolved === variable || identifier.type !== 'Identifier') return true;
    return lookUp(source, identifier.name, fn.body) === (resolved && resolved.defs.length > 0 ? resolved : undefined);
  });
}

function moveTo(source: SourceIndex, { declaration }: ModuleBinding, fn: FunctionNode): Edit[] | undefined {
  const { text } = source;
  if (!startsLine(source, declaration) || fn.body.type !== 'BlockStatement') return undefined;
  const [start, end] = rangeWithComments(source, declaration);
  const moved = text.slice(start, end);
  const [first] = fn.body.body;
  const isOneLine = first !== undefined && !startsLine(source, first);
  if (!first || (isOneLine && /[\r\n]|\/\//.test(moved))) return undefined;
  // The lines of a template are part of its value.
  const lines = moved.includes('`') ? moved : moved.replaceAll(/(\r?\n)(?=[^\r\n])/g, `$1${indentOf(source, first)}`);
  const inserted = insertOnTop(source, fn, lines);
  const removed = removeLines(source, start, end);
  return inserted && removed && [removed, inserted];
}
