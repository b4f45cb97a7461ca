import type { Paint } from './paint.js';
import type { Finding, Review, ReviewedFile } from './review.js';
import { summariseConcerns } from './summarise-concerns.js';

const longestCode = 140;
const indent = ' '.repeat(4);

/** The review for a terminal: file by file, then a summary by concern. */
export function renderText(review: Review, paint: Paint): string {
  if (review.fileCount === 0) return '';
  return [...review.files.map((file) => renderFile(file, paint)), renderSummary(review, paint)].join('\n\n') + '\n';
}

function renderFile(file: ReviewedFile, paint: Paint): string {
  return [paint('underline', printable(file.path)), ...file.findings.map((finding) => renderFinding(finding, paint))].join('\n\n');
}

function renderFinding(finding: Finding, paint: Paint): string {
  const level = finding.severity === 'error' ? paint('red', 'error') : paint('yellow', 'warning');
  return [
    `  ${finding.line}:${finding.column}  ${level}  ${printable(finding.message)}`,
    `${indent}${paint('dim', 'code   ')} ${paint('cyan', shorten(printable(finding.code)))}`,
    `${indent}${paint('dim', 'move to')} ${finding.movesTo}`,
    `${indent}${paint('dim', 'docs   ')} ${finding.page}`,
  ].join('\n');
}

function renderSummary(review: Review, paint: Paint): string {
  const counts = summariseConcerns(review);
  const files = plural(review.fileCount, 'file');
  if (counts.length === 0) return paint('green', `No state that must leave the process in ${files}.`);

  const errors = counts.reduce((sum, count) => sum + count.errors, 0);
  const warnings = counts.reduce((sum, count) => sum + count.warnings, 0);
  const width = Math.max(...counts.map(({ concern }) => concern.length));
  const digits = Math.max(...counts.map((count) => String(count.errors + count.warnings).length));
  return [
    paint('bold', 'Summary by concern'),
    ...counts.map(
      (count) =>
        `  ${count.concern.padEnd(width)}  ${String(count.errors + count.warnings).padStart(digits)}  ${paint('dim', `stateless/${count.rule}`)}`,
    ),
    '',
    paint(
      'bold',
      `${plural(errors + warnings, 'finding')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')}) in ${review.files.length} of ${files}.`,
    ),
  ].join('\n');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shorten(code: string): string {
  return code.length > longestCode ? `${code.slice(0, longestCode - 1)}…` : code;
}

/** Reviewed code is a stranger's: what it says must not steer the terminal. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
}
