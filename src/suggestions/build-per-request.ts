/**
 * Question: can the handlers that write to a shared object each work on a copy of their own?
 *
 *     const headers = { 'cache-control': 'no-store' };
 *     export async function GET(request) {
 *       const ownHeaders = { ...headers };                  ←
 *       ownHeaders['x-user'] = request.headers.get('x-user');
 *
 * They can where the object is plain data that only handlers use, so that no function in between expects to find what they wrote, and
 * where they write whole parts of it: a copy shares what lies deeper. Where one handler uses it alone, `move-into-handler` is simpler.
 */
import { outermost, type Node } from '../analysis/ast.js';
import type { FileAnalysis, StateFinding } from '../analysis/index.js';
import type { Reference, SourceIndex } from '../analysis/source-index.js';
import { isContainer, isFreshData } from './fresh-data.js';
import { groupByHandler } from './handler-of-uses.js';
import { semicolonOf } from './layout.js';
import { moduleBindingAt } from './module-binding.js';
import { unusedName } from './names.js';
import { insertOnTop } from './statements.js';
import type { Edit, Suggestion } from './suggestion.js';
import { requestWrites } from './written-parts.js';

export function buildPerRequest(analysis: FileAnalysis, { node }: StateFinding): Suggestion | undefined {
  const { source } = analysis;
  const binding = moduleBindingAt(source, node);
  const init = binding?.declarator.init;
  if (!binding || !init || binding.declaration.kind !== 'const' || !isFreshData(source, init)) return undefined;
  const groups = groupByHandler(analysis, binding.uses);
  if (!groups || groups.size < 2) return undefined;
  const { name } = binding.variable;
  const own = unusedName(source, source.ast, [`own${name[0]!.toUpperCase()}${name.slice(1)}`]);
  const copy = init.type === 'ObjectExpression' ? `{ ...${name} }` : isContainer(source, init) && init.type === 'NewExpression' ? `new ${(init.callee as { name: string }).name}(${name})` : undefined;
  if (own === undefined || copy === undefined || /FormData/.test(copy)) return undefined;
  const edits: Edit[] = [];
  for (const [handler, uses] of groups) {
    if (!uses.some(isWritten)) continue;
    const writes = requestWrites(analysis, uses);
    if (!writes || writes.some(({ isDeep }) => isDeep)) return undefined;
    const inserted = insertOnTop(source, handler.fn, `const ${own} = ${copy}${semicolonOf(source)}`);
    if (!inserted) return undefined;
    edits.push(inserted, ...uses.map((use) => rename(source, use, own)));
  }
  return edits.length > 0 ? { data: { name }, edits } : undefined;
}

/** A member that is assigned or deleted, or a method that sets. */
function isWritten({ identifier }: Reference): boolean {
  let node: Node = outermost(identifier as Node);
  if (node.parent?.type === 'CallExpression') return node.parent.arguments[0] === node;
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = outermost(node.parent);
  const { parent } = node;
  return (parent?.type === 'AssignmentExpression' && parent.left === node) || parent?.type === 'UpdateExpression' || (parent?.type === 'CallExpression' && parent.callee === node) || (parent?.type === 'UnaryExpression' && parent.operator === 'delete');
}

function rename({ text }: SourceIndex, { identifier }: Reference, name: string): Edit {
  const { range } = identifier;
  const { parent } = identifier as Node;
  const isShorthand = parent?.type === 'Property' && parent.shorthand;
  return { range, text: isShorthand ? `${text.slice(...range)}: ${name}` : name };
}
