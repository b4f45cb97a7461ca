import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';

import { isEarlierReport } from './earlier-report.js';
import { asOneLine, ReviewError } from './review.js';

export interface ReportFile {
  /** As the user named it. */
  readonly given: string;
  readonly cwd: string;
  /** Replaces any file. */
  readonly force: boolean;
}

/**
 * Whether the report may be written there. Asked before the review, so that nobody waits for a refusal.
 *
 * @throws {ReviewError} with one line that says why not
 */
export function checkReportFile({ given, cwd, force }: ReportFile): void {
  const file = path.resolve(cwd, given);
  const status = statSync(file, { throwIfNoEntry: false });
  if (status) {
    if (!status.isFile()) throw new ReviewError([`--output ${given}: not a file`]);
    if (!force && !isEarlierReport(readFileSync(file, 'utf8'))) {
      throw new ReviewError([`--output ${given}: is there already, and is no earlier report (--force replaces it)`]);
    }
  } else if (!statSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new ReviewError([`--output ${given}: no folder ${path.relative(cwd, path.dirname(file))}`]);
  }
}

/**
 * Writes the report as a whole or not at all: into a file beside it, which then takes its place.
 *
 * @throws {ReviewError} with one line that says why it could not be written
 */
export function writeReport(report: ReportFile, text: string): void {
  checkReportFile(report);
  const named = path.resolve(report.cwd, report.given);
  const status = statSync(named, { throwIfNoEntry: false });
  // A link keeps pointing to the report.
  const file = status ? realpathSync(named) : named;
  const unfinished = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    writeUnfinished(unfinished, text, status);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new ReviewError([`--output ${report.given}: cannot be written: ${asOneLine(error)}`]);
  }
}

function writeUnfinished(file: string, text: string, replaced: Stats | undefined): void {
  writeFileSync(file, text, { flag: 'wx' });
  if (replaced) chmodSync(file, replaced.mode);
}
