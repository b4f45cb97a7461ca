/**
 * Question: how does a statement go, and how does one come, without harm to what stands beside it?
 */
import type { FunctionNode, Node } from '../analysis/ast.js';
import type { SourceIndex } from '../analysis/source-index.js';
import { hasComment, indentOf, lineEnd, lineStart, newlineOf, startsLine } from './layout.js';
import type { Edit } from './suggestion.js';

/** Removes a statement with its line. `undefined` where a comment would go with it, or where the code around would change its meaning. */
export function removeStatement(source: SourceIndex, statement: Node): Edit | undefined {
  const [start, end] = statement.range;
  return isInList(statement) && !hasComment(source, start, end) ? removeLines(source, start, end) : undefined;
}

/** Removes a declaration with the comments that speak of it alone. */
export function removeDeclaration(source: SourceIndex, declaration: Node): Edit | undefined {
  return hasComment(source, ...declaration.range) ? undefined : removeLines(source, ...rangeWithComments(source, declaration));
}

/**
 * A declaration with its comments: on its line, and right above, where they speak of it alone. They do where an empty line, or the end,
 * comes after it, and where they do not open the file.
 */
export function rangeWithComments(source: SourceIndex, { range }: Node): readonly [start: number, end: number] {
  const { ast, text } = source;
  const newline = newlineOf(source);
  const last = lineEnd(source, range[1]);
  const end = /^\s*\/\//.test(text.slice(range[1], last)) ? last : range[1];
  const after = text.slice(last);
  let top = range[0];
  if (after.trim() !== '' && !after.startsWith(newline + newline)) return [top, end];
  for (const { range: own } of [...(ast.comments ?? [])].reverse()) {
    if (own[1] > top) continue;
    if (!/^\r?\n$/.test(text.slice(own[1], top)) || lineStart(source, own[0]) !== own[0]) break;
    if (own[0] === 0) return [range[0], end];
    top = own[0];
  }
  return [top, end];
}

/** Removes whole statements of a list, from the start of the first to the end of the last. */
export function removeLines(source: SourceIndex, start: number, end: number): Edit | undefined {
  const { text } = source;
  if (joinsNeighbours(source, start, end)) return undefined;
  const first = lineStart(source, start);
  const last = lineEnd(source, end);
  if (text.slice(end, last).trim() !== '') return { range: [start, end + /^[^\S\r\n]*/.exec(text.slice(end, last))![0].length], text: '' };
  if (text.slice(first, start).trim() !== '') return { range: [text.slice(0, start).trimEnd().length, end], text: '' };
  const newline = newlineOf(source);
  let to = last + (text.startsWith(newline, last) ? newline.length : 0);
  // Of two blank lines that would meet, one goes too.
  const isAfterBlank = first === 0 || text.slice(0, first).endsWith(newline + newline);
  if (isAfterBlank && text.startsWith(newline, to)) to += newline.length;
  return { range: [first, to], text: '' };
}

/** Only a statement in a list can go: the body of an `if` cannot. */
export function isInList({ parent }: Node): boolean {
  return parent?.type === 'BlockStatement' || parent?.type === 'Program';
}

/** `const a = b` without a semicolon, and `(` after what is removed: the two would become one statement. */
function joinsNeighbours({ text }: SourceIndex, start: number, end: number): boolean {
  const before = text.slice(0, start).trimEnd().at(-1);
  const after = text.slice(end).trimStart()[0];
  return before !== undefined && after !== undefined && !/[;{}]/.test(before) && /[([`/+*-]/.test(after);
}

/** Puts lines on top of a function's body, below its directives. */
export function insertOnTop(source: SourceIndex, fn: FunctionNode, lines: string): Edit | undefined {
  if (fn.body.type !== 'BlockStatement') return undefined;
  const first = fn.body.body.find((statement) => !(statement.type === 'ExpressionStatement' && statement.directive));
  return first && insertBefore(source, first, lines);
}

/** Puts a statement before another one: on lines of its own where that one starts its line. */
export function insertBefore(source: SourceIndex, statement: Node, lines: string): Edit {
  const [start] = statement.range;
  if (!startsLine(source, statement)) return { range: [start, start], text: `${lines.trim()} ` };
  return { range: [start, start], text: `${lines}${newlineOf(source)}${indentOf(source, statement)}` };
}

/** Puts a statement behind the last one of a list. */
export function insertAfter(source: SourceIndex, statement: Node, lines: string): Edit {
  const end = statement.range[1];
  if (!startsLine(source, statement)) return { range: [end, end], text: ` ${lines}` };
  return { range: [end, end], text: `${newlineOf(source)}${indentOf(source, statement)}${lines}` };
}
