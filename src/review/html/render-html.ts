/**
 * The review as one page: a picture, the checklist, the findings, and what else was seen. It needs no other file and no network, and
 * its content security policy lets nothing run but its own style and script.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { packageManifest } from '../../package-manifest.js';
import { countReview } from '../count-review.js';
import { plural, statusWords } from '../render-text.js';
import type { AcceptedFinding, ChecklistEntry, CodeFrame, Evidence, Finding, HandlerEntry, Place, Review } from '../review.js';
import { choosePictures, folderId, nameTrigger, titleOf, type Folder } from './choose-pictures.js';
import { drawPicture } from './draw-picture.js';
import { createFixExamples, type FixExample } from './fix-example.js';
import { html, Markup } from './markup.js';

/** What a page says of who made it, by which a later run knows that it may replace it. */
export const htmlMarker = 'eslint-plugin-stateless/design-review';

const mostPlaces = 3;
const mostReachedBy = 4;
const mostFolders = 12;

export interface PageOptions {
  /** What was reviewed, as a person calls it. */
  readonly subject: string;
}

export function renderHtml(review: Review, { subject }: PageOptions): string {
  const style = readAsset('page.css');
  const script = readAsset('page-script.js');
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  const { version, homepage } = packageManifest;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${htmlMarker} ${version}">
<meta name="color-scheme" content="light dark">
<title>Design review of ${subject}</title>
<style>${Markup.ofTemplate(style)}</style>
</head>
<body>
<a class="skip" href="#checklist">Skip to the checklist</a>
<div class="page">
${renderTop(review, subject)}
${renderBar(review)}
<main>
${renderPictures(review)}
${renderChecklist(review)}
${renderFindings(review)}
${renderAccepted(review)}
${renderInventory(review)}
</main>
<footer>
<p>Made by ${packageManifest.name} ${version}. It reads code, not deployments, and one file at a time; files are joined by their imports. “No evidence” means that nothing was seen, never that something is safe. <a href="${homepage}/blob/v${version}/docs/how-it-works.md#what-it-knowingly-misses">What it knowingly misses</a>.</p>
</footer>
</div>
<script>${Markup.ofTemplate(script)}</script>
</body>
</html>
`.text;
}

function readAsset(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function renderTop(review: Review, subject: string): Markup {
  const counts = countReview(review);
  const open = review.checklist.filter(({ status }) => status === 'no-evidence').length;
  const number = (key: keyof typeof counts, label: string, tone = ''): Markup =>
    html`<div class="${tone}"><dt>${label}</dt><dd data-count="${key}">${counts[key]}</dd></div>`;
  return html`<header class="top">
<p class="eyebrow">Design review: where durable state lives</p>
<h1>${subject}</h1>
<p class="verdict">${
    counts.findings > 0
      ? html`<b>${plural(counts.findings, 'finding')}</b> in ${counts.filesWithFindings} of ${plural(counts.files, 'file')} (<span data-count="errors">${counts.errors}</span> errors, <span data-count="warnings">${counts.warnings}</span> warnings): state that ends with its instance, or that the next request sees.`
      : html`<b>No findings</b> in ${plural(counts.files, 'file')}.`
  } ${open > 0 && html`${plural(open, 'concern')} of ${review.checklist.length} show no evidence either way: they are questions for the review.`}</p>
<dl class="numbers">${number('findings', 'findings', counts.findings > 0 ? 'lost' : '')}${number('handlersAtRisk', 'handlers at risk', counts.handlersAtRisk > 0 ? 'lost' : '')}${number('handlers', 'handlers')}${number('stores', 'external stores', 'kept')}${number('accepted', 'accepted')}${number('reuse', 'reused')}${number('files', 'files')}${counts.unreadable > 0 && number('unreadable', 'not reviewed', 'lost')}</dl>
</header>`;
}

function renderBar(review: Review): Markup {
  const entry = (id: string, label: string): Markup => html`<li><a href="#${id}">${label}</a></li>`;
  return html`<nav class="bar" aria-label="Sections"><ul>${entry('picture', 'Picture')}${entry('checklist', 'Checklist')}${entry('findings', 'Findings')}${review.accepted.length > 0 && entry('accepted', 'Accepted')}${entry('handlers', 'Handlers')}${review.stores.length > 0 && entry('stores', 'Stores')}${review.reuse.length > 0 && entry('reuse', 'Reuse')}</ul></nav>`;
}

function renderPictures(review: Review): Markup {
  if (review.handlers.length === 0 && review.files.length === 0 && review.accepted.length === 0) {
    return html`<section id="picture"><h2>What runs, and what it touches</h2><p class="lead">No handler was recognised in these files, and nothing was found. Name your own in <code>settings.stateless.handlers</code>.</p></section>`;
  }
  const { whole, folders } = choosePictures(review);
  const drawn = folders.filter(({ picture }) => picture).sort((a, b) => b.findings.length - a.findings.length);
  const clean = folders.filter(({ picture }) => !picture);
  return html`<section id="picture">
<h2>What runs, and what it touches</h2>
<p class="lead">From what triggers a handler, through the handler, to the state that it comes to, also through other files. Rest on a box to trace its lines.</p>
<figure class="card canvas">${drawPicture(whole)}
<ul class="legend">${legend('lost', 'lost with the instance, or seen by the next request')}${legend('kept', 'kept outside the process')}${review.accepted.length > 0 && legend('accepted', 'a finding that was accepted')}</ul>
</figure>
${(drawn.length > 0 || clean.length > 0) && html`<div class="folders">${drawn.map((folder, index) => renderFolder(folder, index < 4))}${clean.length > 0 && renderCleanFolders(clean)}</div>`}
</section>`;
}

function legend(tone: string, text: string): Markup {
  return html`<li><svg class="key" viewBox="0 0 26 12" aria-hidden="true"><path class="line ${tone}" d="M0 6H26"/></svg>${text}</li>`;
}

function renderFolder(folder: Folder, isOpen: boolean): Markup {
  const lost = folder.findings.filter(({ tone }) => tone === 'lost').length;
  const accepted = folder.findings.length - lost;
  return html`<details class="fold card" id="${folderId(folder)}"${isOpen && html` open`}>
<summary><span class="name">${folder.name}</span> <span class="count">${plural(folder.handlers.length, 'handler')}${lost > 0 && html`, <b class="mark-lost">${plural(lost, 'finding')}</b>`}${accepted > 0 && html`, <span class="mark-accepted">${accepted} accepted</span>`}</span></summary>
<div class="body canvas">${folder.picture && drawPicture(folder.picture)}</div>
</details>`;
}

function renderCleanFolders(folders: readonly Folder[]): Markup {
  const handlers = folders.reduce((sum, folder) => sum + folder.handlers.length, 0);
  return html`<details class="fold card off-paper"><summary><span>${plural(folders.length, 'folder')} without findings</span> <span class="count">${plural(handlers, 'handler')}</span></summary>
<div class="body scroll"><table class="table"><tbody>${folders.map((folder) => html`<tr><td class="mono">${folder.name}</td><td class="narrow">${plural(folder.handlers.length, 'handler')}</td></tr>`)}</tbody></table></div></details>`;
}

function renderChecklist(review: Review): Markup {
  return html`<section id="checklist">
<h2>Checklist</h2>
<p class="lead">Where each durable concern lives in this code. Evidence is a line of code; what it shows, and whether it does so well, is for the review to judge.</p>
<div class="card checklist">${review.checklist.map((entry) => renderRow(review, entry))}</div>
</section>`;
}

function renderRow(review: Review, entry: ChecklistEntry): Markup {
  const findings = review.files.flatMap((file) => file.findings).filter(({ id }) => entry.atRisk.includes(id));
  const accepted = review.accepted.filter(({ id }) => entry.accepted.includes(id));
  const byStore = new Map<string, Evidence[]>();
  for (const evidence of entry.external) byStore.set(evidence.store, [...(byStore.get(evidence.store) ?? []), evidence]);
  const storeName = (id: string): string => review.stores.find((store) => store.id === id)?.name ?? id;
  return html`<div class="row" data-row="${entry.concern}" data-status="${entry.status}">
<span class="status ${entry.status}">${statusWords[entry.status]}</span>
<h3>${entry.title}</h3>
<div class="what">
${findings.length > 0 && listFolded(findings.map(({ id, subject, path, line }) => html`<li><a href="#${id}" class="mark-lost"><code>${subject}</code></a> <span class="where">${path}:${line}</span></li>`))}
${accepted.length > 0 && listFolded(accepted.map(({ id, subject, path, line, reason }) => html`<li><a href="#${id}" class="mark-accepted"><code>${subject}</code></a> <span>${reason === '' ? 'accepted, no reason given' : `accepted: ${reason}`}</span> <span class="where">${path}:${line}</span></li>`))}
${byStore.size > 0 && html`<ul class="evidence">${[...byStore].map(([store, places]) => html`<li><span><a href="#${store}" class="mark-kept">${storeName(store)}</a>: ${[...new Set(places.map(({ shows }) => shows))].slice(0, 2).join('; ')}</span> ${renderPlaces(places)}</li>`)}</ul>`}
<p class="question">${entry.question}</p>
</div>
</div>`;
}

/** The first few, and the rest behind a click. */
function listFolded(items: readonly Markup[]): Markup {
  const rest = items.slice(mostPlaces);
  return html`<ul class="evidence">${items.slice(0, mostPlaces)}</ul>${rest.length > 0 && html`<details class="more"><summary>${rest.length} more</summary><ul class="evidence">${rest}</ul></details>`}`;
}

function renderPlaces(places: readonly Place[]): Markup {
  const [first, ...rest] = places;
  const show = ({ path, line, code }: Place): Markup => html`<span class="where" title="${code}">${path}:${line}</span>`;
  return html`${first && show(first)}${rest.length > 0 && html` <details class="more"><summary>${rest.length} more</summary>${rest.map((place) => html`<div>${show(place)}</div>`)}</details>`}`;
}

function renderFindings(review: Review): Markup {
  const findings = review.files.flatMap((file) => file.findings);
  const exampleOf = createFixExamples();
  const stores = review.stores.map(({ name }) => name);
  const handlers = new Map(review.handlers.map((handler) => [handler.id, handler]));
  const titles = review.checklist.filter(({ atRisk }) => atRisk.length > 0);
  return html`<section id="findings">
<h2>Findings</h2>
${
  findings.length === 0
    ? html`<p class="lead">None. The questions of the checklist remain.</p>`
    : html`<p class="lead">Each with the code around it, the way that leads to it, and a way out.</p>
<form class="filter" role="search" aria-label="Filter the findings" hidden>
<label>Concern<select name="concern"><option value="">All</option>${titles.map(({ concern, title, atRisk }) => html`<option value="${concern}">${title} (${atRisk.length})</option>`)}</select></label>
<label>Severity<select name="severity"><option value="">All</option><option value="error">Errors</option><option value="warning">Warnings</option></select></label>
<label class="wide">File<input name="file" type="search" placeholder="part of a path" autocomplete="off" spellcheck="false" list="paths"></label>
<datalist id="paths">${review.files.map(({ path }) => html`<option value="${path}"></option>`)}</datalist>
<button type="reset">Reset</button>
<span class="shown" role="status"><span data-shown>${findings.length}</span> of ${findings.length}</span>
</form>
<p class="keys" hidden><kbd>j</kbd> <kbd>k</kbd> next and previous finding, <kbd>f</kbd> its fix, <kbd>/</kbd> filter by file, <kbd>Esc</kbd> show all</p>
${findings.map((finding) => renderFinding(finding, handlers, exampleOf(finding.rule, stores), 'finding'))}
<p class="card empty none-left" hidden>No finding fits this filter.</p>`
}
</section>`;
}

function renderFinding(
  finding: Finding | AcceptedFinding,
  handlers: ReadonlyMap<string, HandlerEntry>,
  example: FixExample | undefined,
  kind: 'finding' | 'accepted-finding',
): Markup {
  const { id, severity, subject, path, line, column, message, chain, frames, page, movesTo, rule, row } = finding;
  const reached = finding.handlers.flatMap((handler) => handlers.get(handler) ?? []);
  const reason = 'reason' in finding ? finding.reason : undefined;
  const filtered = kind === 'finding' && html` data-severity="${severity}" data-concern="${row}" data-path="${path}"`;
  return html`<article class="card finding ${kind === 'accepted-finding' && kind}" id="${id}" tabindex="-1"${filtered}>
<header>${kind === 'finding' && html`<span class="severity ${severity}">${severity}</span>`}<h3>${subject}</h3><span class="concern">${titleOf(row)}</span><span class="where">${path}:${line}:${column}</span></header>
${reason !== undefined && html`<p class="reason ${reason === '' && 'none'}">${reason === '' ? 'No reason given.' : reason}</p>`}
<p class="message">${withCode(message)}</p>
${chain.length > 0 && html`<div class="chain"><span class="term">Chain</span><ol>${chain.map((name) => html`<li>${name}</li>`)}</ol></div>`}
${
  reached.length > 0
    ? html`<div class="chain"><span class="term">Reached by</span>${reached.slice(0, mostReachedBy).map((handler) => html`<a href="#${handler.id}" class="where">${handler.name} (${nameTrigger(handler)})</a>`)}${reached.length > mostReachedBy && html`<span>and ${reached.length - mostReachedBy} more</span>`}</div>`
    : finding.exports.length > 0 &&
      html`<div class="chain"><span class="term">Reached by</span><span>whoever calls <span class="mono">${finding.exports.slice(0, mostReachedBy).join(', ')}</span>: no handler of the reviewed files does</span></div>`
}
${frames.map(renderFrame)}
${kind === 'finding' && html`<details class="fix"><summary>Fix</summary><div><p>Move to ${withCode(movesTo)}. <a href="${page}">${rule}</a> shows it for other stores too.</p>${example && html`${example.title !== '' && html`<p class="example-title"><b>${example.title}</b></p>`}<pre class="frame-code example"><code>${example.code}</code></pre>`}</div></details>`}
</article>`;
}

function renderFrame({ firstLine, marked, lines }: CodeFrame): Markup {
  return html`<pre class="frame-code"><code>${lines.map((text, index) => {
    const number = firstLine + index;
    return html`<span class="code-line ${marked.includes(number) && 'marked'}"><span class="number">${number}</span>${text}
</span>`;
  })}</code></pre>`;
}

/** A sentence of a rule: what stands between backticks is code. */
function withCode(sentence: string): Markup {
  return html`${sentence.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function renderAccepted(review: Review): Markup {
  if (review.accepted.length === 0) return html``;
  const handlers = new Map(review.handlers.map((handler) => [handler.id, handler]));
  return html`<section id="accepted">
<h2>Accepted</h2>
<p class="lead">Findings that a comment turns off. A good reason names the mechanism that makes the code right, not how unlikely the failure is.</p>
${review.accepted.map((finding) => renderFinding(finding, handlers, undefined, 'accepted-finding'))}
</section>`;
}

function renderInventory(review: Review): Markup {
  return html`<section id="handlers"><h2>Handlers</h2>
<p class="lead">Functions that a platform runs once for each event or request.</p>
${review.handlers.length > 0 ? renderHandlerFolders(review) : html`<p class="card empty">None was recognised.</p>`}
</section>
${
  review.stores.length > 0 &&
  html`<section id="stores"><h2>Stores outside the process</h2>
<p class="lead">Recognised from imports and bindings.</p>
<div class="card scroll"><table class="table"><thead><tr><th>Store</th><th>Kind</th><th>Used at</th></tr></thead><tbody>${review.stores.map(
    ({ id, name, kind, places }) =>
      html`<tr id="${id}"><td>${name}</td><td class="narrow">${kind}</td><td>${renderPlaces(places)}</td></tr>`,
  )}</tbody></table></div></section>`
}
${
  review.reuse.length > 0 &&
  html`<section id="reuse"><h2>Reused between invocations</h2>
<p class="lead">What platforms ask for: clients and values that may be lost at any moment without harm. Only what was recognised as such.</p>
<details class="fold card off-paper"${review.reuse.length <= 12 && html` open`}><summary><span>${plural(review.reuse.length, 'place')}</span></summary>
<div class="body scroll"><table class="table"><thead><tr><th>Name</th><th>Role</th><th>Where</th></tr></thead><tbody>${review.reuse.map(({ name, role, path, line }) => html`<tr><td class="mono">${name}</td><td>${role}</td><td class="where">${path}:${line}</td></tr>`)}</tbody></table></div></details></section>`
}
${
  review.unreadable.length > 0 &&
  html`<section id="unreadable"><h2>Not reviewed</h2><div class="card scroll"><table class="table"><tbody>${review.unreadable.map(({ path, line, reason }) => html`<tr><td class="where">${path}${line !== undefined && `:${line}`}</td><td>${reason}</td></tr>`)}</tbody></table></div></section>`
}`;
}

function groupHandlers(review: Review): [string, readonly HandlerEntry[]][] {
  const folders = new Map<string, HandlerEntry[]>();
  for (const handler of review.handlers) {
    const name = handler.path.split('/').slice(0, -1).join('/') || '.';
    folders.set(name, [...(folders.get(name) ?? []), handler]);
  }
  return [...folders];
}

/** Folders with findings first; the others are folded into one where there are many. */
function renderHandlerFolders(review: Review): Markup {
  const folders = groupHandlers(review);
  const isClean = ([, handlers]: (typeof folders)[number]): boolean => handlers.every((handler) => handler.findings.length === 0);
  const clean = folders.filter(isClean);
  const isFew = folders.length <= mostFolders;
  const shown = isFew ? folders : folders.filter((folder) => !isClean(folder));
  const folded = isFew ? [] : clean;
  const count = folded.reduce((sum, [, handlers]) => sum + handlers.length, 0);
  return html`<div class="folders">${shown.map(([folder, handlers]) => renderHandlers(review, folder, handlers))}${folded.length > 0 && html`<details class="fold card off-paper"><summary><span>${plural(folded.length, 'folder')} without findings</span> <span class="count">${plural(count, 'handler')}</span></summary><div class="body nested">${folded.map(([folder, handlers]) => renderHandlers(review, folder, handlers))}</div></details>`}</div>`;
}

function renderHandlers(review: Review, folder: string, handlers: readonly HandlerEntry[]): Markup {
  const findings = new Set(handlers.flatMap((handler) => handler.findings)).size;
  const isOpen = review.handlers.length <= 12 || findings > 0;
  const storeName = (id: string): string => review.stores.find((store) => store.id === id)?.name ?? id;
  const subjects = new Map(review.files.flatMap((file) => file.findings).map(({ id, subject }) => [id, subject]));
  return html`<details class="fold card"${isOpen && html` open`}><summary><span class="name">${folder}</span> <span class="count">${plural(handlers.length, 'handler')}${findings > 0 && html`, <b class="mark-lost">${plural(findings, 'finding')}</b>`}</span></summary>
<div class="body scroll"><table class="table handlers"><thead><tr><th>Handler</th><th>Trigger</th><th>Loses</th><th>Keeps in</th></tr></thead><tbody>${handlers.map(
    (handler) =>
      html`<tr id="${handler.id}" data-handler><td><span class="mono">${handler.name}</span><br><span class="where">${handler.path.split('/').at(-1)}:${handler.line}</span></td><td>${nameTrigger(handler)}<br><span class="minor">${handler.platform}</span></td><td>${handler.findings.map((id, index) => html`${index > 0 && ', '}<a href="#${id}" class="mark-lost mono">${subjects.get(id) ?? id}</a>`)}</td><td>${handler.stores.map(storeName).join(', ')}</td></tr>`,
  )}</tbody></table></div></details>`;
}
