import { countReview } from './count-review.js';
import type { Paint, Style } from './paint.js';
import type { ChecklistEntry, ChecklistStatus, Finding, Review, ReviewedFile } from './review.js';
import { summariseConcerns } from './summarise-concerns.js';
import { wrapText } from './wrap-text.js';

const longestCode = 140;
const indent = ' '.repeat(4);
/** Where what a label says begins. */
const labelled = indent.length + 'move to '.length;
/** More places than this for one row of the checklist are counted, not named. */
const mostPlaces = 3;

export interface TextLook {
  readonly paint: Paint;
  /** Columns of the terminal; a file has no width. */
  readonly width?: number | undefined;
}

/** The review for a terminal: file by file, then a summary by concern, then the checklist. */
export function renderText(review: Review, look: TextLook): string {
  if (review.fileCount === 0) return '';
  const { paint } = look;
  const sections = [...review.files.map((file) => renderFile(file, look)), renderSummary(review, paint)];
  // Where the code shows nothing at all, every row of the checklist would be a question: that is no news.
  if (review.checklist.some(({ status }) => status !== 'no-evidence'))
    sections.push(renderChecklist(review, look), renderInventory(review, look));
  return sections.join('\n\n') + '\n';
}

function renderFile(file: ReviewedFile, look: TextLook): string {
  return [look.paint('underline', printable(file.path)), ...file.findings.map((finding) => renderFinding(finding, look))].join('\n\n');
}

function renderFinding(finding: Finding, { paint, width }: TextLook): string {
  const place = `  ${finding.line}:${finding.column}  `;
  const level = finding.severity === 'error' ? paint('red', 'error') : paint('yellow', 'warning');
  const taken = place.length + finding.severity.length + 2;
  return [
    `${place}${level}  ${wrapText(printable(finding.message), { width, indent: indent.length, taken })}`,
    `${indent}${paint('dim', 'code   ')} ${paint('cyan', shorten(printable(finding.code), width === undefined ? longestCode : width - labelled))}`,
    `${indent}${paint('dim', 'move to')} ${wrapText(finding.movesTo, { width, indent: labelled })}`,
    `${indent}${paint('dim', 'docs   ')} ${finding.page}`,
  ].join('\n');
}

function renderSummary(review: Review, paint: Paint): string {
  const counts = summariseConcerns(review);
  const files = plural(review.fileCount, 'file');
  if (counts.length === 0) return paint('green', `No state that must leave the process in ${files}.`);

  const { errors, warnings } = countReview(review);
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

export const statusWords: Readonly<Record<ChecklistStatus, string>> = {
  'at-risk': 'at risk',
  accepted: 'accepted',
  external: 'external',
  'no-evidence': 'no evidence',
};

const statusStyles: Readonly<Record<ChecklistStatus, Style>> = {
  'at-risk': 'red',
  accepted: 'yellow',
  external: 'green',
  'no-evidence': 'dim',
};

function renderChecklist(review: Review, { paint, width }: TextLook): string {
  const answered = review.checklist.filter(({ status }) => status !== 'no-evidence');
  const open = review.checklist.filter(({ status }) => status === 'no-evidence');
  return [
    paint('bold', 'Where each durable concern lives'),
    ...answered.flatMap((entry) => [
      `  ${paint(statusStyles[entry.status], statusWords[entry.status].padEnd(8))}  ${entry.title}`,
      ...describeEvidence(review, entry).map((line) => `            ${paint('dim', printable(line))}`),
    ]),
    ...(open.length > 0
      ? [
          '',
          paint('bold', 'No evidence in this code: ask'),
          ...open.map(
            ({ title, question }) =>
              `  ${title}: ${paint('dim', wrapText(question, { width, indent: indent.length, taken: title.length + 4 }))}`,
          ),
        ]
      : []),
  ].join('\n');
}

/** What is known of a concern, a line for each finding, reason and store. */
function describeEvidence(review: Review, entry: ChecklistEntry): string[] {
  const findings = review.files.flatMap((file) => file.findings).filter(({ id }) => entry.atRisk.includes(id));
  const accepted = review.accepted.filter(({ id }) => entry.accepted.includes(id));
  return [
    ...listSome(findings.map(({ subject, path, line }) => `${subject}: ${path}:${line}`)),
    ...listSome(
      accepted.map(
        ({ subject, path, line, reason }) => `${subject}, accepted: ${path}:${line}, ${reason === '' ? 'no reason given' : reason}`,
      ),
    ),
    ...groupByStore(review, entry).map(
      ({ name, places: [first, ...more] }) => `${name}: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`,
    ),
  ];
}

/** The stores behind a row, each with the places that show it. */
export function groupByStore(
  review: Review,
  { external }: ChecklistEntry,
): { readonly name: string; readonly places: readonly string[] }[] {
  const places = new Map<string, string[]>();
  for (const { store, path, line } of external) {
    const known = places.get(store);
    if (known) known.push(`${path}:${line}`);
    else places.set(store, [`${path}:${line}`]);
  }
  return [...places].map(([store, own]) => ({ name: review.stores.find(({ id }) => id === store)?.name ?? store, places: own }));
}

export function listSome(items: readonly string[], most = mostPlaces): string[] {
  return items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : [...items];
}

function renderInventory(review: Review, { paint, width }: TextLook): string {
  const lines = [
    ['Handlers', countBy(review.handlers.map(({ platform }) => platform))],
    ['Stores', review.stores.map(({ name, kind }) => `${name} (${kind})`).join(', ')],
    ['Reused', countBy(review.reuse.map(({ role }) => role))],
  ].filter(([, value]) => value !== '');
  return lines
    .map(([name = '', value = '']) => `${paint('bold', name.padEnd(8))}  ${wrapText(printable(value), { width, indent: 10 })}`)
    .join('\n');
}

/** `AWS Lambda 4, Next.js 3`, the most frequent first. */
export function countBy(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shorten(code: string, most: number): string {
  return code.length > most ? `${code.slice(0, Math.max(0, most - 1))}…` : code;
}

/** Reviewed code is a stranger's: what it says must not steer the terminal. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
}
