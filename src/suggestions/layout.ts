/**
 * Question: how is the code around written, so that what is put in looks like it?
 */
import type { Node } from '../analysis/ast.js';
import type { SourceIndex } from '../analysis/source-index.js';

export function newlineOf({ text }: SourceIndex): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** The quotes of its imports, else of its first string. */
export function quoteOf({ text }: SourceIndex): string {
  return (/\b(?:from|import|require\()\s*(["'])/.exec(text) ?? /(["'])/.exec(text))?.[1] ?? "'";
}

/** `;`, or nothing in code that leaves them out. */
export function semicolonOf({ ast, text }: SourceIndex): string {
  const statement = ast.body.find(
    ({ type }) => type === 'ImportDeclaration' || type === 'VariableDeclaration' || type === 'ExpressionStatement',
  );
  return statement && text[statement.range[1] - 1] !== ';' ? '' : ';';
}

export function lineStart({ text }: SourceIndex, position: number): number {
  return text.lastIndexOf('\n', position - 1) + 1;
}

/** The end of the line without its newline. */
export function lineEnd({ text }: SourceIndex, position: number): number {
  const end = text.indexOf('\n', position);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** The whitespace that a node's line starts with. */
export function indentOf(source: SourceIndex, { range: [start] }: Node): string {
  return /^[^\S\r\n]*/.exec(source.text.slice(lineStart(source, start), start))![0];
}

/** Whether a node is the first thing on its line. */
export function startsLine(source: SourceIndex, { range: [start] }: Node): boolean {
  return source.text.slice(lineStart(source, start), start).trim() === '';
}

export function textOf({ text }: SourceIndex, { range: [start, end] }: Node): string {
  return text.slice(start, end);
}

/** Whether a comment stands between two positions: it would be lost with the text around it. */
export function hasComment({ ast }: SourceIndex, start: number, end: number): boolean {
  return (ast.comments ?? []).some(({ range }) => range[0] >= start && range[1] <= end);
}
