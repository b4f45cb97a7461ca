/** Narrower than this, lines that hang below one another are harder to read than what a terminal breaks by itself. */
const narrowest = 40;

/**
 * Breaks a line between words, so that it fits into a terminal. What follows is indented; without a width nothing is broken.
 *
 * @param taken - columns of the first line that are taken already
 */
export function wrapText(
  text: string,
  { width, indent, taken = indent }: { readonly width: number | undefined; readonly indent: number; readonly taken?: number },
): string {
  if (width === undefined || width < narrowest) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const left = width - (lines.length === 0 ? taken : indent);
    if (line !== '' && line.length + 1 + word.length > left) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
