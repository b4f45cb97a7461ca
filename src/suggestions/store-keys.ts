/**
 * Question: under which key does a store keep what a variable kept?
 *
 *     seen.has(event.id) in src/webhook.ts   →   `src/webhook:seen:${event.id}`
 *
 * The file and the variable stand in front, because one store serves many of both.
 */
import { stringValue, unwrap, type Node } from '../analysis/ast.js';
import type { SourceIndex } from '../analysis/source-index.js';
import { quoteOf, textOf } from './layout.js';

/** The text of a string or template. `key` is the key inside the variable, where it had any. */
export function storeKey(source: SourceIndex, name: string, key?: Node): string {
  const prefix = `${pathOf(source)}:${name}`;
  const constant = key && stringValue(key);
  if (key === undefined || constant !== undefined) {
    const quote = quoteOf(source);
    const text = constant === undefined ? prefix : `${prefix}:${constant}`;
    return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
  }
  const inner = unwrap(key);
  const end = inner.type === 'TemplateLiteral' ? textOf(source, inner).slice(1, -1) : `\${${textOf(source, inner)}}`;
  return `\`${prefix.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')}:${end}\``;
}

/** The path below the working directory without its ending; for a file elsewhere its name. */
function pathOf({ filename }: SourceIndex): string {
  const path = /^(\/|[A-Za-z]:)/.test(filename) ? filename.slice(filename.lastIndexOf('/') + 1) : filename;
  return path.replace(/\.[^./]+$/, '');
}
