/**
 * Puts what was found in each file together into one review: ids, handlers with what they come to, stores with the places that use
 * them, and the checklist.
 */
import type { EvidenceFact, FileInventory, StoreName, StoreUseFact } from '../analysis/inventory/index.js';
import { CHECKLIST_ROWS } from './checklist-rows.js';
import { joinFiles, keyOf, type JoinedFiles } from './join-files.js';
import type { RawFinding } from './read-lint-result.js';
import type {
  AcceptedFinding,
  ChecklistEntry,
  ChecklistStatus,
  Evidence,
  Finding,
  HandlerEntry,
  Place,
  ReuseEntry,
  Review,
  ReviewedFile,
  StoreEntry,
  UnreadableFile,
} from './review.js';

/** A file that was linted. */
export interface LintedFile {
  readonly path: string;
  readonly findings: readonly RawFinding[];
  readonly inventory: FileInventory | undefined;
  /** The code of the lines that the inventory names, by line from 1. */
  readonly code: ReadonlyMap<number, string>;
}

export function assembleReview(linted: readonly LintedFile[], unreadable: readonly UnreadableFile[]): Review {
  const inventories = new Map(linted.flatMap(({ path, inventory }) => (inventory ? [[path, inventory] as const] : [])));
  const joined = joinFiles(inventories);
  const stores = collectStores(linted, joined);
  const { findings, accepted } = numberFindings(linted);
  const handlers = describeHandlers(linted, joined, stores, [...findings, ...accepted]);
  const comesTo = indexHandlers(handlers);
  const told = findings.map((finding) => tellWhoComes(finding, comesTo, inventories));
  const toldAccepted = accepted.map((finding) => tellWhoComes(finding, comesTo, inventories) as AcceptedFinding);
  return {
    fileCount: linted.length,
    files: groupByFile(told),
    accepted: toldAccepted,
    handlers,
    stores: stores.entries,
    reuse: linted.flatMap(({ path, inventory }) =>
      (inventory?.reuse ?? []).map((fact): ReuseEntry => ({
        path,
        line: fact.line,
        name: fact.name,
        role: fact.role,
        store: fact.store && stores.idOf(fact.store),
      })),
    ),
    checklist: CHECKLIST_ROWS.map((row) => describeRow(row, stores.evidence.get(row.concern) ?? [], told, toldAccepted)),
    unreadable,
  };
}

interface NumberedFinding {
  readonly id: string;
  readonly raw: RawFinding;
}

function numberFindings(linted: readonly LintedFile[]): { findings: NumberedFinding[]; accepted: NumberedFinding[] } {
  const all = linted.flatMap((file) => file.findings);
  return {
    findings: all.filter(({ reason }) => reason === undefined).map((raw, index) => ({ id: `F${index + 1}`, raw })),
    accepted: all.filter(({ reason }) => reason !== undefined).map((raw, index) => ({ id: `A${index + 1}`, raw })),
  };
}

interface Stores {
  readonly entries: readonly StoreEntry[];
  readonly idOf: (store: StoreName) => string;
  /** The stores that an entry of a file uses. */
  readonly usedBy: ReadonlyMap<string, readonly string[]>;
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
}

function collectStores(linted: readonly LintedFile[], joined: JoinedFiles): Stores {
  const found = new Map<string, { id: string; store: StoreName; places: Map<string, Place> }>();
  const usedBy = new Map<string, string[]>();
  const evidence = new Map<string, Evidence[]>();
  const known = (store: StoreName): { id: string; places: Map<string, Place> } => {
    let entry = found.get(store.name);
    if (!entry) found.set(store.name, (entry = { id: `S${found.size + 1}`, store, places: new Map() }));
    return entry;
  };
  for (const { path, inventory, code } of linted) {
    for (const use of inventory?.stores ?? []) {
      const store = use.store ?? (use.project && joined.storeOf(path, use.project));
      if (!store) continue;
      const { id, places } = known(store);
      const place: Place = { path, line: use.line, code: code.get(use.line) ?? '' };
      places.set(`${path}:${use.line}`, place);
      for (const entry of use.entries) addTo(usedBy, keyOf({ path, entry }), id);
      const fact = evidenceOf(use, store);
      if (fact) addTo(evidence, fact.concern, { ...place, store: id, shows: fact.shows });
    }
    for (const { store, line } of inventory?.reuse ?? []) {
      if (store) known(store).places.set(`${path}:${line}`, { path, line, code: code.get(line) ?? '' });
    }
  }
  return {
    entries: [...found.values()].map(({ id, store, places }) => ({ id, name: store.name, kind: store.kind, places: [...places.values()] })),
    idOf: (store) => known(store).id,
    usedBy,
    evidence,
  };
}

/** Which row a use fits is known in full only when its store is. */
function evidenceOf(use: StoreUseFact, store: StoreName): EvidenceFact | undefined {
  return use.evidence.find(({ kinds, stores }) => (!kinds || kinds.includes(store.kind)) && (!stores || stores.test(store.name)));
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [item]);
  else if (!list.includes(item)) list.push(item);
}

function describeHandlers(
  linted: readonly LintedFile[],
  joined: JoinedFiles,
  stores: Stores,
  findings: readonly NumberedFinding[],
): HandlerEntry[] {
  const findingsAt = new Map<string, string[]>();
  for (const { id, raw } of findings) for (const entry of raw.entries) addTo(findingsAt, keyOf({ path: raw.path, entry }), id);
  const registered = new Map(linted.flatMap(({ path }) => joined.registeredBy(path)).map(({ as, ...ref }) => [keyOf(ref), as]));
  const handlers: HandlerEntry[] = [];
  for (const { path, inventory } of linted) {
    for (const [index, own] of (inventory?.entries ?? []).entries()) {
      // The file that registers a function knows its route and its platform.
      const entry = {
        ...own,
        ...(own.platform === undefined || own.platform === 'HTTP' ? registered.get(keyOf({ path, entry: index })) : undefined),
      };
      if (entry.platform === undefined) continue;
      const reached = joined.reachedFrom({ path, entry: index }).map(keyOf);
      const touched = unique(reached.flatMap((key) => findingsAt.get(key) ?? []));
      handlers.push({
        id: `H${handlers.length + 1}`,
        path,
        line: entry.line,
        name: entry.name,
        platform: entry.platform,
        trigger: entry.trigger ?? 'event',
        triggerName: entry.triggerName,
        findings: touched.filter((id) => id.startsWith('F')),
        accepted: touched.filter((id) => id.startsWith('A')),
        stores: unique(reached.flatMap((key) => stores.usedBy.get(key) ?? [])),
      });
    }
  }
  return handlers;
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

/** Handlers by the findings that they come to. */
function indexHandlers(handlers: readonly HandlerEntry[]): ReadonlyMap<string, readonly string[]> {
  const byFinding = new Map<string, string[]>();
  for (const handler of handlers) for (const finding of [...handler.findings, ...handler.accepted]) addTo(byFinding, finding, handler.id);
  return byFinding;
}

function tellWhoComes(
  { id, raw }: NumberedFinding,
  comesTo: ReadonlyMap<string, readonly string[]>,
  inventories: ReadonlyMap<string, FileInventory>,
): Finding {
  const { entries, reason, ...finding } = raw;
  const handlers = comesTo.get(id) ?? [];
  const functions = inventories.get(raw.path)?.entries ?? [];
  const exports = handlers.length > 0 ? [] : unique(entries.flatMap((entry) => functions[entry]?.name ?? []));
  return { id, ...finding, handlers, exports, ...(reason !== undefined && { reason }) };
}

function groupByFile(findings: readonly Finding[]): ReviewedFile[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) addTo(byFile, finding.path, finding);
  return [...byFile].map(([path, own]) => ({ path, findings: own }));
}

function describeRow(
  { concern, title, question }: (typeof CHECKLIST_ROWS)[number],
  external: readonly Evidence[],
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
): ChecklistEntry {
  const atRisk = findings.filter(({ row }) => row === concern).map(({ id }) => id);
  const turnedOff = accepted.filter(({ row }) => row === concern).map(({ id }) => id);
  const status: ChecklistStatus =
    atRisk.length > 0 ? 'at-risk' : turnedOff.length > 0 ? 'accepted' : external.length > 0 ? 'external' : 'no-evidence';
  return { concern, title, status, question, external, atRisk, accepted: turnedOff };
}
