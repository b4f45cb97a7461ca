/** What the judgement of a cell may say. */

import type { Access } from '../cells/index.js';

export type Concern =
  'dedup' | 'lock' | 'progress' | 'checkpoint' | 'retry' | 'counter' | 'record' | 'queue' | 'cache' | 'request-leak' | 'module-state';

export interface Verdict {
  readonly concern: Concern;
  /** The access that decided, with its line in the message. */
  readonly decisive: Access;
  /** Reported in `strict` only: fine where an instance serves one request at a time, or where staleness is accepted. */
  readonly strictOnly: boolean;
  /** What the message says of the cell beyond the concern: a setter, a lazy client, a cache without an authority. */
  readonly detail?: Detail | undefined;
}

export type Detail =
  /** A shared client or logger is given data of a request. */
  | 'setter'
  /** Made from the first request that comes. */
  | 'lazy'
  /** A cache of what nobody else could answer. */
  | 'no-authority'
  /** A cache that is changed before the store behind it, or instead. */
  | 'written-first'
  /** A cache with an authority that only ever grows. */
  | 'unbounded'
  /** Work put in a row by promises. */
  | 'chain'
  /** Holds calls back, rather than counting them. */
  | 'breaker'
  /** Values taken out of a list and handed on. */
  | 'taken';

export function verdict(concern: Concern, decisive: Access | undefined, detail?: Detail, strictOnly = false): Verdict | undefined {
  return decisive && { concern, decisive, strictOnly, detail };
}

/** `false` ends the search: the cell is understood and benign. */
export type Step = Verdict | false | undefined;
