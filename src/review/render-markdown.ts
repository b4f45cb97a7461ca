import { countReview } from './count-review.js';
import { countBy, groupByStore, listSome, plural, printable, statusWords } from './render-text.js';
import type { ChecklistEntry, ChecklistStatus, Finding, HandlerEntry, Review } from './review.js';

/** The first line of a report, by which a later run knows that it may replace it, and a bot finds its own comment. */
export const markdownMarker = '<!-- eslint-plugin-stateless/design-review -->';

/** A comment on a pull request holds 65,536 characters: what is beyond these numbers is counted. */
const mostFindings = 40;
const mostHandlers = 60;
const mostReuse = 40;

const signs: Readonly<Record<ChecklistStatus, string>> = { 'at-risk': '🔴', accepted: '🟡', external: '🔵', 'no-evidence': '⚪' };

/** The review for a pull request: the checklist first, the rest folded. */
export function renderMarkdown(review: Review): string {
  const sections = [
    markdownMarker,
    '## Design review: where durable state lives',
    renderTotals(review),
    renderChecklist(review),
    renderFindings(review),
    renderAccepted(review),
    fold(`Handlers (${review.handlers.length})`, renderHandlers(review)),
    fold(`Stores outside the process (${review.stores.length})`, renderStores(review)),
    fold(`Reused from one invocation to the next (${review.reuse.length})`, renderReuse(review)),
    renderUnreadable(review),
    '_The tool reads code, not deployments: **no evidence** is a question for the review, not an answer. [How it works](https://github.com/eslint-plugin-stateless/eslint-plugin-stateless/blob/main/docs/how-it-works.md) names what it knowingly misses._',
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function renderTotals(review: Review): string {
  const { findings, errors, warnings, files, handlers, handlersAtRisk, accepted } = countReview(review);
  const found =
    findings === 0 ? '**No findings**' : `**${plural(findings, 'finding')}** (${plural(errors, 'error')}, ${plural(warnings, 'warning')})`;
  return `${found} in ${plural(files, 'file')} · ${handlersAtRisk} of ${plural(handlers, 'handler')} at risk · ${accepted} accepted`;
}

function renderChecklist(review: Review): string {
  const rows = review.checklist.map(
    (entry) => `| ${signs[entry.status]} ${statusWords[entry.status]} | **${entry.title}** | ${describe(review, entry)} |`,
  );
  return ['| | Concern | Where it lives |', '|---|---|---|', ...rows].join('\n');
}

function describe(review: Review, entry: ChecklistEntry): string {
  if (entry.status === 'no-evidence') return `_${entry.question}_`;
  const findings = review.files.flatMap((file) => file.findings).filter(({ id }) => entry.atRisk.includes(id));
  const accepted = review.accepted.filter(({ id }) => entry.accepted.includes(id));
  const parts = [
    ...listSome(findings.map(({ subject, path, line }) => `${code(subject)} in ${code(`${path}:${line}`)}`)),
    ...listSome(
      accepted.map(
        ({ subject, path, line, reason }) =>
          `accepted: ${code(subject)} in ${code(`${path}:${line}`)}, ${reason === '' ? 'no reason given' : escapeText(reason)}`,
      ),
    ),
    ...groupByStore(review, entry).map(
      ({ name, places }) =>
        `${escapeText(name)}: ${listSome(places)
          .map((place) => (/^\d+ more$/.test(place) ? place : code(place)))
          .join(', ')}`,
    ),
  ];
  return parts.join('<br>').replaceAll('|', '\\|');
}

function renderFindings(review: Review): string {
  const findings = review.files.flatMap((file) => file.findings);
  if (findings.length === 0) return '';
  const shown = findings.slice(0, mostFindings);
  const rest = findings.length - shown.length;
  return ['### Findings', ...shown.map(renderFinding), ...(rest > 0 ? [`… and ${rest} more: \`--format html\` shows them all.`] : [])].join(
    '\n\n',
  );
}

function renderFinding(finding: Finding): string {
  const { path, line, severity, rule, page } = finding;
  const head = `<b>${severity}</b> · <code>${escapeHtml(printable(`${path}:${line}`))}</code> · ${escapeHtml(finding.concern)} · <code>${escapeHtml(printable(finding.subject))}</code>`;
  const chain = finding.chain.length > 0 ? `Chain: ${finding.chain.map(code).join(' → ')}\n\n` : '';
  const frames = finding.frames.map(renderFrame).join('\n\n');
  return `<details><summary>${head}</summary>\n\n${withCode(finding.message)}\n\n${chain}${frames}\n\n**Move to** ${withCode(finding.movesTo)}. [${rule}](${page})\n\n</details>`;
}

function renderFrame({ firstLine, marked, lines }: Finding['frames'][number]): string {
  const width = String(firstLine + lines.length - 1).length;
  const body = lines
    .map(
      (text, index) =>
        `${marked.includes(firstLine + index) ? '>' : ' '} ${String(firstLine + index).padStart(width)} | ${printableLine(text)}`,
    )
    .join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}text\n${body}\n${fence}`;
}

function renderAccepted(review: Review): string {
  if (review.accepted.length === 0) return '';
  const items = review.accepted.map(
    ({ path, line, subject, rule, reason }) =>
      `- ${code(`${path}:${line}`)} ${code(subject)} (${rule}): ${reason === '' ? '**no reason given**' : escapeText(reason)}`,
  );
  return ['### Accepted', items.join('\n')].join('\n\n');
}

function renderHandlers({ handlers }: Review): string {
  if (handlers.length === 0) return '';
  const order = [...handlers].sort((a, b) => b.findings.length - a.findings.length);
  const rows = order
    .slice(0, mostHandlers)
    .map(
      (handler) =>
        `| ${code(`${handler.path}:${handler.line}`)} | ${code(handler.name)} | ${escapeText(handler.platform)} | ${escapeText(triggerOf(handler))} | ${handler.findings.length || ''} |`,
    );
  const rest = handlers.length - mostHandlers;
  return [
    '| Where | Handler | Platform | Trigger | Findings |',
    '|---|---|---|---|---|',
    ...rows,
    ...(rest > 0 ? [`\n… and ${rest} more (${escapeText(countBy(handlers.map(({ platform }) => platform)))} in all).`] : []),
  ].join('\n');
}

export function triggerOf({ trigger, triggerName }: HandlerEntry): string {
  return triggerName === undefined ? trigger : `${trigger} (${triggerName})`;
}

function renderStores({ stores }: Review): string {
  if (stores.length === 0) return '';
  const rows = stores.map(
    ({ name, kind, places }) =>
      `| ${escapeText(name)} | ${kind} | ${listSome(places.map(({ path, line }) => `${path}:${line}`))
        .map((place) => (/^\d+ more$/.test(place) ? place : code(place)))
        .join(', ')
        .replaceAll('|', '\\|')} |`,
  );
  return ['| Store | Kind | Places |', '|---|---|---|', ...rows].join('\n');
}

function renderReuse({ reuse }: Review): string {
  if (reuse.length === 0) return '';
  const rest = reuse.length - mostReuse;
  return [
    ...reuse.slice(0, mostReuse).map(({ path, line, name, role }) => `- ${code(name)} in ${code(`${path}:${line}`)}: ${role}`),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ].join('\n');
}

function renderUnreadable({ unreadable }: Review): string {
  if (unreadable.length === 0) return '';
  return ['### Not reviewed', unreadable.map(({ path, reason }) => `- ${code(path)}: ${escapeText(reason)}`).join('\n')].join('\n\n');
}

function fold(title: string, body: string): string {
  return body === '' ? '' : `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** A code span, whatever the text holds. */
function code(text: string): string {
  const shown = printable(text).replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(shown) + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** A sentence of a rule: what stands between backticks is code, the rest is text. */
function withCode(message: string): string {
  return printable(message)
    .split('`')
    .map((part, index) => (index % 2 === 1 ? (part === '' ? '' : code(part)) : escapeText(part)))
    .join('');
}

/** Text that neither formats, nor links, nor calls anybody by name. */
function escapeText(text: string): string {
  return escapeHtml(printable(text).replace(/[\\`*_{}[\]#|~!]/g, '\\$&'))
    .replaceAll('@', '&#64;')
    .replace(/\b(https?):\/\//g, '$1&#58;//');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function printableLine(text: string): string {
  return printable(text.replaceAll('\t', '  '));
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
