import type { Review } from './review.js';

export interface ConcernCount {
  readonly concern: string;
  readonly rule: string;
  readonly errors: number;
  readonly warnings: number;
}

/** How often each concern was found, the most frequent first. */
export function summariseConcerns(review: Review): ConcernCount[] {
  const counts = new Map<string, ConcernCount>();
  for (const { rule, concern, severity } of review.files.flatMap((file) => file.findings)) {
    const { errors, warnings } = counts.get(rule) ?? { errors: 0, warnings: 0 };
    counts.set(rule, {
      concern,
      rule,
      errors: errors + (severity === 'error' ? 1 : 0),
      warnings: warnings + (severity === 'warning' ? 1 : 0),
    });
  }
  const total = ({ errors, warnings }: ConcernCount): number => errors + warnings;
  return [...counts.values()].sort((a, b) => total(b) - total(a) || (a.concern < b.concern ? -1 : 1));
}
