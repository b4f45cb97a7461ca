import { packageManifest } from '../package-manifest.js';
import type { AcceptedFinding, Finding, Review } from './review.js';
import { countReview } from './count-review.js';

/** Tells reports of this tool apart from other JSON files. The number changes when a reader of the old form would read it wrongly. */
export const jsonFormat = 'eslint-plugin-stateless/design-review';
export const jsonVersion = 1;

/** The review as data. `docs/design-review.schema.json` describes it. */
export function renderJson(review: Review): string {
  const { name, version, homepage } = packageManifest;
  const report = {
    $schema: `${homepage}/blob/v${version}/docs/design-review.schema.json`,
    format: jsonFormat,
    formatVersion: jsonVersion,
    tool: { name, version },
    summary: countReview(review),
    checklist: review.checklist,
    findings: review.files.flatMap(({ findings }) => findings).map(describeFinding),
    accepted: review.accepted.map((finding: AcceptedFinding) => ({ ...describeFinding(finding), reason: finding.reason })),
    handlers: review.handlers.map(({ triggerName, ...handler }) => ({ ...handler, triggerName: triggerName ?? null })),
    stores: review.stores,
    reuse: review.reuse.map(({ store, ...entry }) => ({ ...entry, store: store ?? null })),
    unreadable: review.unreadable,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function describeFinding(finding: Finding) {
  return {
    id: finding.id,
    rule: `stateless/${finding.rule}`,
    severity: finding.severity,
    concern: finding.row,
    path: finding.path,
    line: finding.line,
    column: finding.column,
    subject: finding.subject,
    message: finding.message,
    chain: finding.chain,
    frames: finding.frames,
    handlers: finding.handlers,
    exports: finding.exports,
    movesTo: finding.movesTo,
    page: finding.page,
  };
}
