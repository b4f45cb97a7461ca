/** What a review found: the facts that every form of report (text now) is made of. */
export interface Review {
  /** How many files were linted, whether or not anything was found in them. */
  readonly fileCount: number;
  /** The files with findings, in the order of the walk. */
  readonly files: readonly ReviewedFile[];
  readonly unreadable: readonly UnreadableFile[];
}

export interface ReviewedFile {
  /** Relative to where the review was started. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

export interface Finding {
  /** The rule's name, without the plugin's. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The line of code that is reported, trimmed. */
  readonly code: string;
  readonly concern: string;
  readonly movesTo: string;
  /** Address of the rule's page. */
  readonly page: string;
}

/** A file that could not be judged: it does not parse, or cannot be read. */
export interface UnreadableFile {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly reason: string;
}

/** The review cannot be done at all. Each line names one thing that is wrong with what was asked for. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';

  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** Messages of tools run over many lines, and end in a stack or a frame; a person needs the first sentence. */
export function asOneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [beforeTrace = ''] = message.split(/\n\s*(?:Occurred while linting|Require stack:|at )/);
  return beforeTrace.replace(/\s+/g, ' ').trim();
}
