import type { Review } from './review.js';

export interface ReviewCounts {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly handlers: number;
  /** Handlers that come to a finding. */
  readonly handlersAtRisk: number;
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly accepted: number;
  readonly stores: number;
  readonly reuse: number;
  readonly unreadable: number;
}

/** The numbers that every form of a report shows. */
export function countReview(review: Review): ReviewCounts {
  const findings = review.files.flatMap((file) => file.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    files: review.fileCount,
    filesWithFindings: review.files.length,
    handlers: review.handlers.length,
    handlersAtRisk: review.handlers.filter((handler) => handler.findings.length > 0).length,
    findings: findings.length,
    errors,
    warnings: findings.length - errors,
    accepted: review.accepted.length,
    stores: review.stores.length,
    reuse: review.reuse.length,
    unreadable: review.unreadable.length,
  };
}
