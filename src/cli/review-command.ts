import { statSync } from 'node:fs';
import path from 'node:path';

import type { ESLint } from 'eslint';

import { loadEmbeddedConfig } from '../review/embedded-config.js';
import { findFiles } from '../review/find-files.js';
import { renderHtml } from '../review/html/render-html.js';
import { renderMarkdown } from '../review/render-markdown.js';
import { renderJson } from '../review/render-json.js';
import { plural, printable, renderText } from '../review/render-text.js';
import { reviewFiles } from '../review/review-files.js';
import { asOneLine, ReviewError, type Review, type UnreadableFile } from '../review/review.js';
import { createProgress } from './progress.js';
import { choosePaint, type ExitCode, type Terminal } from './terminal.js';

export interface ReviewOptions {
  /** Files and folders; none means the working directory. */
  readonly paths: readonly string[];
  /** The project's own ESLint config. */
  readonly config?: string | undefined;
  readonly format?: string | undefined;
}

/**
 * @throws {ReviewError} where the review cannot be done
 */
export async function runReview({ paths, config, format }: ReviewOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd, stdout, stderr } = terminal;
  const files = findFiles(paths.length > 0 ? paths : ['.'], cwd);
  const configFile = config === undefined ? undefined : findConfigFile(config, cwd);
  const progress = createProgress(stderr);
  let review: Review;
  try {
    review = await reviewFiles({
      files,
      cwd,
      ESLint: await loadESLint(),
      config: configFile ?? (await loadEmbeddedConfig()),
      onProgress: progress.show,
    });
  } finally {
    progress.clear();
  }

  stdout.write(format === 'json' ? renderJson(review) : format === 'markdown' ? renderMarkdown(review) : format === 'html' ? renderHtml(review, { subject: path.basename(cwd) }) : renderText(review, choosePaint(terminal)));
  if (review.unreadable.length > 0) {
    const lines = review.unreadable.map(describeUnreadable);
    stderr.write([...lines, `${plural(lines.length, 'file')} could not be reviewed.`, ''].join('\n'));
    return 2;
  }
  return review.files.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
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
