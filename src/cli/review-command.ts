import { statSync } from 'node:fs';
import path from 'node:path';

import type { ESLint } from 'eslint';

import { countReview } from '../review/count-review.js';
import { loadEmbeddedConfig } from '../review/embedded-config.js';
import { loadEslintFormatter, type EslintFormatter } from '../review/eslint-formatter.js';
import { findFiles } from '../review/find-files.js';
import { renderHtml } from '../review/html/render-html.js';
import { plainPaint } from '../review/paint.js';
import { renderJson } from '../review/render-json.js';
import { renderMarkdown } from '../review/render-markdown.js';
import { plural, printable, renderText } from '../review/render-text.js';
import { reviewFiles } from '../review/review-files.js';
import { asOneLine, ReviewError, type Review, type UnreadableFile } from '../review/review.js';
import { checkReportFile, writeReport } from '../review/write-report.js';
import { createProgress } from './progress.js';
import { choosePaint, widthOf, type ExitCode, type Terminal } from './terminal.js';

export interface ReviewOptions {
  /** Files and folders; none means the working directory. */
  readonly paths: readonly string[];
  /** The project's own ESLint config. */
  readonly config?: string | undefined;
  /** One of `ownFormats`, or the name of a formatter of ESLint; `text` by default. */
  readonly format?: string | undefined;
  /** The file to write to, instead of stdout. */
  readonly output?: string | undefined;
  /** Replaces a file that is no earlier report. */
  readonly force?: boolean | undefined;
}

type Render = (
  review: Review,
  circumstances: { readonly terminal: Terminal; readonly subject: string; readonly isFile: boolean },
) => string;

const ownFormats: ReadonlyMap<string, Render> = new Map<string, Render>([
  [
    'text',
    (review, { terminal, isFile }) =>
      renderText(review, isFile ? { paint: plainPaint } : { paint: choosePaint(terminal), width: widthOf(terminal) }),
  ],
  ['markdown', renderMarkdown],
  ['html', (review, { subject }) => renderHtml(review, { subject })],
  ['json', renderJson],
]);

/**
 * @throws {ReviewError} where the review cannot be done
 */
export async function runReview(
  { paths, config, format = 'text', output, force = false }: ReviewOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = terminal;
  const report = output === undefined ? undefined : { given: output, cwd, force };
  if (report) checkReportFile(report);
  const files = findFiles(paths.length > 0 ? paths : ['.'], cwd);
  const configFile = config === undefined ? undefined : findConfigFile(config, cwd);
  const Linter = await loadESLint();
  const formatter = ownFormats.has(format) ? undefined : await loadEslintFormatter(Linter, format, cwd);
  const progress = createProgress(stderr);
  let review: Review;
  try {
    review = await reviewFiles({
      files,
      cwd,
      ESLint: Linter,
      config: configFile ?? (await loadEmbeddedConfig()),
      onProgress: progress.show,
      onResult: formatter?.add,
    });
  } finally {
    progress.clear();
  }

  const text = formatter
    ? await formatWith(formatter, format)
    : ownFormats.get(format)!(review, { terminal, subject: nameSubject(paths, cwd), isFile: report !== undefined });
  if (report) {
    writeReport(report, text);
    stdout.write(`${printable(report.given)}: ${summarise(review)}\n`);
  } else {
    stdout.write(text);
  }
  if (review.unreadable.length > 0) {
    const lines = review.unreadable.map(describeUnreadable);
    stderr.write([...lines, `${plural(lines.length, 'file')} could not be reviewed.`, ''].join('\n'));
    return 2;
  }
  return review.files.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

async function formatWith(formatter: EslintFormatter, name: string): Promise<string> {
  try {
    return await formatter.format();
  } catch (error) {
    throw new ReviewError([`--format ${name}: the formatter failed: ${asOneLine(error)}`]);
  }
}

/** What was reviewed, as a person would call it: the one path that was named, else the project. */
function nameSubject(paths: readonly string[], cwd: string): string {
  const [only, ...more] = paths;
  const relative = only === undefined || more.length > 0 ? '' : path.relative(cwd, path.resolve(cwd, only));
  const project = path.basename(cwd);
  return relative === '' || relative.startsWith('..') ? project : `${project}/${relative.replaceAll(path.sep, '/')}`;
}

function summarise(review: Review): string {
  const { findings, errors, warnings, accepted } = countReview(review);
  return `${plural(findings, 'finding')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')}), ${accepted} accepted`;
}

function findConfigFile(config: string, cwd: string): string {
  const file = path.resolve(cwd, config);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new ReviewError([`--config ${config}: no such file`]);
  return file;
}

async function loadESLint(): Promise<typeof ESLint> {
  try {
    return (await import('eslint')).ESLint;
  } catch (error) {
    throw new ReviewError([`cannot load eslint: ${asOneLine(error)} (install it beside eslint-plugin-stateless)`]);
  }
}

function describeUnreadable({ path: file, line, column, reason }: UnreadableFile): string {
  const position = line === undefined ? '' : `:${line}:${column ?? 1}`;
  return printable(`${file}${position}: ${reason}`);
}
