import type { ReuseRole, ReviewConcern, StoreKind } from '../analysis/inventory/index.js';

/** What a review found: the facts that every form of report is made of. */
export interface Review {
  /** How many files were linted, whether or not anything was found in them. */
  readonly fileCount: number;
  /** The files with findings, in the order of the walk. */
  readonly files: readonly ReviewedFile[];
  readonly accepted: readonly AcceptedFinding[];
  readonly handlers: readonly HandlerEntry[];
  readonly stores: readonly StoreEntry[];
  readonly reuse: readonly ReuseEntry[];
  readonly checklist: readonly ChecklistEntry[];
  readonly unreadable: readonly UnreadableFile[];
}

export interface ReviewedFile {
  /** Relative to where the review was started, with forward slashes. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

export interface Finding {
  /** `F1`, `F2`, … in the order of the report. */
  readonly id: string;
  /** The rule's name, without the plugin's. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What is kept, as the message names it: `seen`. */
  readonly subject: string;
  /** The line of code that is reported, trimmed. */
  readonly code: string;
  /** The code around the line, and around the line that decided. */
  readonly frames: readonly CodeFrame[];
  /** Function names from a handler to the line that decided. */
  readonly chain: readonly string[];
  /** The rule's word for what is at stake. */
  readonly concern: string;
  /** The row of the checklist. */
  readonly row: ReviewConcern;
  /** Ids of the handlers that come to it. */
  readonly handlers: readonly string[];
  /** Functions that other code calls, where no handler of the reviewed files comes to it. */
  readonly exports: readonly string[];
  readonly movesTo: string;
  /** Address of the rule's page. */
  readonly page: string;
}

export interface CodeFrame {
  readonly firstLine: number;
  /** The lines that the frame is about, from 1. */
  readonly marked: readonly number[];
  readonly lines: readonly string[];
}

/** A finding that the code's authors turned off. */
export interface AcceptedFinding extends Finding {
  /** Their reason; empty where they gave none. */
  readonly reason: string;
}

export interface HandlerEntry {
  /** `H1`, `H2`, … */
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly platform: string;
  /** `http`, `queue`, `schedule`, … */
  readonly trigger: string;
  /** The trigger in the platform's own word: `SQS`. */
  readonly triggerName: string | undefined;
  /** Ids of findings that it comes to, also through other reviewed files. */
  readonly findings: readonly string[];
  readonly accepted: readonly string[];
  /** Ids of stores that it comes to. */
  readonly stores: readonly string[];
}

/** A store outside the process, with the places where it is used. */
export interface StoreEntry {
  /** `S1`, `S2`, … */
  readonly id: string;
  readonly name: string;
  readonly kind: StoreKind;
  readonly places: readonly Place[];
}

export interface Place {
  readonly path: string;
  readonly line: number;
  readonly code: string;
}

/** What is reused from one invocation to the next, as platforms ask for. */
export interface ReuseEntry {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly role: ReuseRole;
  /** The id of the store that it is a client of. */
  readonly store: string | undefined;
}

/** `at-risk` outweighs `accepted`, which outweighs `external`; the lists hold all three. */
export type ChecklistStatus = 'at-risk' | 'accepted' | 'external' | 'no-evidence';

export interface ChecklistEntry {
  readonly concern: ReviewConcern;
  readonly title: string;
  readonly status: ChecklistStatus;
  readonly question: string;
  readonly external: readonly Evidence[];
  /** Ids of findings. */
  readonly atRisk: readonly string[];
  readonly accepted: readonly string[];
}

/** A line that shows a store taking care of a concern. */
export interface Evidence extends Place {
  /** The id of the store. */
  readonly store: string;
  /** What the line does: `an atomic increment`. */
  readonly shows: string;
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
