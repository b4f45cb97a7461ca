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
