import type { Paint } from '../review/paint.js';

/** A page written in Markdown, made readable in a terminal: headings stand out, code is indented, marks that only a browser uses go. */
export function renderPage(markdown: string, paint: Paint): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of markdown.replace(/<!--[\s\S]*?-->\n?/g, '').split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    else if (isCode) lines.push(line === '' ? '' : paint('cyan', `    ${line}`));
    else lines.push(renderProse(line, paint));
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function renderProse(line: string, paint: Paint): string {
  const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
  const text = (heading?.[1] ?? line)
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => paint('bold', strong));
  return heading ? paint('bold', text) : text;
}
