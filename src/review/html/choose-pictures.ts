/**
 * Question: what is drawn of a review, so that a service of three handlers and one of three hundred can both be read?
 *
 * A small service is one picture of all its handlers. A large one is an overview by folder, followed by a picture of each folder that
 * has something to look at; there, handlers to which nothing is lost are one box. Folders without findings are not drawn but listed.
 */
import { CHECKLIST_ROWS } from '../checklist-rows.js';
import { countBy, plural } from '../render-text.js';
import type { Finding, HandlerEntry, Review, StoreEntry } from '../review.js';
import type { Box, Line, Picture, Tone } from './draw-picture.js';

export interface Folder {
  readonly name: string;
  readonly handlers: readonly HandlerEntry[];
  /** Findings and accepted ones that its handlers come to, or that stand in its files. */
  readonly findings: readonly DrawnFinding[];
  /** Nothing to draw for folders in which nothing is lost. */
  readonly picture: Picture | undefined;
}

export interface Pictures {
  /** One picture of everything, by handler or by folder. */
  readonly whole: Picture;
  /** Empty where the whole is drawn by handler already. */
  readonly folders: readonly Folder[];
}

export interface DrawnFinding extends Finding {
  readonly tone: Extract<Tone, 'lost' | 'accepted'>;
}

/** As many handlers, and as many boxes on the right, as are read at one look. */
const mostHandlers = 22;
/** Handlers of a folder to which nothing is lost: more than these are one box. */
const mostClean = 3;
const mostFolders = 12;
const mostStates = 14;
const mostStores = 10;
const headings = ['Trigger', 'Handler', 'Lost with the instance', 'Kept outside the process'] as const;
const overviewHeadings = ['Trigger', 'Folder', 'Lost with the instance', 'Kept outside the process'] as const;

export function choosePictures(review: Review): Pictures {
  const findings: DrawnFinding[] = [
    ...review.files.flatMap((file) => file.findings).map((finding) => ({ ...finding, tone: 'lost' as const })),
    ...review.accepted.map((finding) => ({ ...finding, tone: 'accepted' as const })),
  ];
  if (review.handlers.length <= mostHandlers && findings.length + review.stores.length <= mostStates + mostStores) {
    return { whole: drawHandlers('The whole service', review.handlers, findings, review, { isWhole: true }), folders: [] };
  }
  const folders = groupByFolder(review, findings);
  return { whole: drawFolders(folders, review), folders };
}

function drawHandlers(
  label: string,
  handlers: readonly HandlerEntry[],
  findings: readonly DrawnFinding[],
  review: Review,
  { isWhole }: { readonly isWhole: boolean },
): Picture {
  const triggers = new Map<string, Box>();
  const lines: Line[] = [];
  const boxes: Box[] = [];
  const join = (from: string, to: string, tone: Tone): void => {
    if (!lines.some((line) => line.from === from && line.to === to)) lines.push({ from, to, tone });
  };
  const addTrigger = (handler: HandlerEntry, to: string): void => {
    const id = `t:${handler.platform}:${handler.trigger}:${handler.triggerName ?? ''}`;
    if (!triggers.has(id)) triggers.set(id, { id, label: nameTrigger(handler), caption: handler.platform, tone: 'plain' });
    join(id, to, 'plain');
  };
  const touched = new Set(findings.map(({ id }) => id));
  const isTouching = (handler: HandlerEntry): boolean => [...handler.findings, ...handler.accepted].some((id) => touched.has(id));
  const touching = handlers.filter(isTouching);
  const drawn =
    handlers.length <= mostHandlers && (isWhole || handlers.length - touching.length <= mostClean)
      ? handlers
      : touching.slice(0, mostHandlers);
  const rest = handlers.filter((handler) => !drawn.includes(handler));
  const stores = new Set<string>();

  for (const handler of drawn) {
    boxes.push({
      id: handler.id,
      label: handler.name,
      caption: `${handler.path}:${handler.line}`,
      tone: isTouching(handler) ? 'plain' : 'clean',
      href: `#${handler.id}`,
      paths: ['caption'],
    });
    addTrigger(handler, handler.id);
    for (const id of handler.stores) {
      stores.add(id);
      join(handler.id, id, 'kept');
    }
  }
  if (rest.length > 0) {
    const id = 'rest';
    boxes.push({
      id,
      label: `${drawn.length > 0 ? 'and ' : ''}${plural(rest.length, 'handler')}`,
      caption: rest.some(isTouching) ? 'see the list of handlers' : 'without findings',
      tone: 'clean',
      href: '#handlers',
    });
    for (const handler of rest) {
      addTrigger(handler, id);
      for (const store of handler.stores) {
        stores.add(store);
        join(id, store, 'kept');
      }
    }
  }
  const { shown, merged } = mergeFindings(findings);
  for (const { finding, box } of shown) {
    for (const handler of handlers) {
      if (![...handler.findings, ...handler.accepted].includes(finding.id)) continue;
      join(drawn.includes(handler) ? handler.id : 'rest', box.id, finding.tone);
    }
    // Nobody in the reviewed files calls it: the functions that lead to it stand in for a handler.
    if (finding.handlers.length === 0 && finding.exports.length > 0) {
      const id = `x:${finding.path}`;
      if (!boxes.some((known) => known.id === id))
        boxes.push({
          id,
          label: finding.exports.slice(0, 3).join(', '),
          caption: `${finding.path}, called from elsewhere`,
          tone: 'plain',
          title: finding.exports.join(', '),
        });
      join(id, box.id, finding.tone);
    }
  }
  const kept = review.stores.filter(({ id }) => stores.has(id)).map(storeBox);
  return { label, triggers: [...triggers.values()], handlers: boxes, states: [...merged, ...kept], lines, headings };
}

/** One box for each finding, or for each concern where these would be too many. */
function mergeFindings(findings: readonly DrawnFinding[]): { shown: { finding: DrawnFinding; box: Box }[]; merged: Box[] } {
  if (findings.length <= mostStates) {
    const shown = findings.map((finding) => ({ finding, box: findingBox(finding) }));
    return { shown, merged: shown.map(({ box }) => box) };
  }
  const boxes = new Map<string, Box>();
  for (const finding of findings) {
    const id = `c:${finding.row}:${finding.tone}`;
    const same = findings.filter(({ row, tone }) => row === finding.row && tone === finding.tone);
    const subjects = same.map(({ subject }) => subject).join(', ');
    boxes.set(id, {
      id,
      label: subjects,
      caption: `${titleOf(finding.row)}, ${plural(same.length, 'finding')}${finding.tone === 'accepted' ? ' accepted' : ''}`,
      tone: finding.tone,
      href: finding.tone === 'lost' ? `#${same[0]!.id}` : '#accepted',
      title: subjects,
    });
  }
  return {
    shown: findings.map((finding) => ({ finding, box: boxes.get(`c:${finding.row}:${finding.tone}`)! })),
    merged: [...boxes.values()],
  };
}

function findingBox({ id, subject, row, path, line, tone }: DrawnFinding): Box {
  return {
    id,
    label: subject,
    caption: `${titleOf(row)}${tone === 'accepted' ? ', accepted' : ''}`,
    tone,
    href: `#${id}`,
    title: `${subject}, ${path}:${line}`,
  };
}

function storeBox({ id, name, kind }: StoreEntry): Box {
  return { id, label: name, caption: kind, tone: 'kept', href: `#${id}` };
}

function drawFolders(folders: readonly Folder[], review: Review): Picture {
  const order = [...folders].sort((a, b) => b.findings.length - a.findings.length || b.handlers.length - a.handlers.length);
  const shown = order.slice(0, order.length > mostFolders ? mostFolders - 1 : mostFolders);
  const rest = order.slice(shown.length);
  const lines: Line[] = [];
  const join = (from: string, to: string, tone: Tone): void => {
    if (!lines.some((line) => line.from === from && line.to === to)) lines.push({ from, to, tone });
  };
  const boxOf = new Map<Folder, string>([
    ...shown.map((folder, index) => [folder, `d:${index}`] as const),
    ...rest.map((folder) => [folder, 'd:rest'] as const),
  ]);
  const middles: Box[] = shown.map((folder) => ({
    id: boxOf.get(folder)!,
    label: folder.name,
    paths: ['label'],
    caption: `${plural(folder.handlers.length, 'handler')}${folder.findings.length > 0 ? `, ${plural(folder.findings.length, 'finding')}` : ''}`,
    tone: folder.findings.length > 0 ? 'plain' : 'clean',
    href: folder.findings.length > 0 ? `#${folderId(folder)}` : '#handlers',
  }));
  if (rest.length > 0) {
    const handlers = rest.reduce((sum, folder) => sum + folder.handlers.length, 0);
    const findings = rest.reduce((sum, folder) => sum + folder.findings.length, 0);
    middles.push({
      id: 'd:rest',
      label: `${plural(rest.length, 'more folder')}`,
      caption: `${plural(handlers, 'handler')}${findings > 0 ? `, ${plural(findings, 'finding')}` : ''}`,
      tone: findings > 0 ? 'plain' : 'clean',
      href: '#handlers',
    });
  }

  const started = new Map<string, HandlerEntry[]>();
  const storeCounts = new Map<string, number>();
  for (const folder of order) {
    for (const handler of folder.handlers) {
      const id = `t:${handler.trigger}`;
      started.set(id, [...(started.get(id) ?? []), handler]);
      join(id, boxOf.get(folder)!, 'plain');
      for (const store of handler.stores) storeCounts.set(store, (storeCounts.get(store) ?? 0) + 1);
    }
  }
  const triggers = [...started].map(([id, handlers]): Box => {
    const platforms = countBy(handlers.map(({ platform }) => platform));
    const label = nameTrigger({ trigger: handlers[0]!.trigger, triggerName: undefined });
    return { id, label, caption: platforms, tone: 'plain', title: `${label}: ${platforms}` };
  });

  const frequent = [...storeCounts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  const named = new Set(frequent.slice(0, frequent.length > mostStores ? mostStores - 1 : mostStores));
  const states: Box[] = [];
  for (const [concern, findings] of groupBy(
    folders.flatMap((folder) => folder.findings),
    ({ row, tone }) => `c:${row}:${tone}`,
  )) {
    const unique = [...new Map(findings.map((finding) => [finding.id, finding])).values()];
    const [first] = unique;
    const title = first!.tone === 'accepted' ? 'accepted' : 'lost';
    states.push({
      id: concern,
      label: titleOf(first!.row),
      caption: `${unique.length} ${title}: ${unique.map(({ subject }) => subject).join(', ')}`,
      tone: first!.tone,
      href: first!.tone === 'lost' ? `#${first!.id}` : '#accepted',
    });
  }
  for (const folder of folders) {
    for (const { row, tone } of folder.findings) join(boxOf.get(folder)!, `c:${row}:${tone}`, tone);
    for (const store of new Set(folder.handlers.flatMap((handler) => handler.stores)))
      join(boxOf.get(folder)!, named.has(store) ? store : 's:rest', 'kept');
  }
  states.push(...review.stores.filter(({ id }) => named.has(id)).map(storeBox));
  if (frequent.length > named.size)
    states.push({
      id: 's:rest',
      label: `${frequent.length - named.size} more stores`,
      caption: 'listed below',
      tone: 'kept',
      href: '#stores',
    });
  return { label: 'The whole service, by folder', triggers, handlers: middles, states, lines, headings: overviewHeadings };
}

export function folderId(folder: Folder): string {
  return `folder-${folder.name.replace(/[^\w-]+/g, '-')}`;
}

function groupByFolder(review: Review, findings: readonly DrawnFinding[]): Folder[] {
  const paths = [...review.handlers.map(({ path }) => path), ...findings.map(({ path }) => path)];
  const nameOf = chooseFolderNames(paths);
  const names = [...new Set(paths.map(nameOf))].sort();
  return names.map((name) => {
    const handlers = review.handlers.filter(({ path }) => nameOf(path) === name);
    const touched = new Set(handlers.flatMap((handler) => [...handler.findings, ...handler.accepted]));
    const own = findings.filter((finding) => touched.has(finding.id) || (finding.handlers.length === 0 && nameOf(finding.path) === name));
    return {
      name,
      handlers,
      findings: own,
      picture: own.length > 0 ? drawHandlers(name, handlers, own, review, { isWhole: false }) : undefined,
    };
  });
}

/** Folders as deep as they stay few: a monorepo is told by its packages, a service by its parts. */
function chooseFolderNames(paths: readonly string[]): (path: string) => string {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  let shared = 0;
  while (shared < first.length && folders.every((parts) => parts[shared] === first[shared])) shared += 1;
  const at = (depth: number) => (path: string) =>
    path
      .split('/')
      .slice(0, -1)
      .slice(0, shared + depth)
      .join('/') || '.';
  let depth = 1;
  while (depth < 6 && new Set(paths.map(at(depth + 1))).size <= 16) depth += 1;
  return at(depth);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** A concern as the checklist names it. */
export function titleOf(concern: Finding['row']): string {
  return CHECKLIST_ROWS.find((row) => row.concern === concern)!.title;
}

const triggerWords: Readonly<Record<string, string>> = {
  http: 'HTTP request',
  page: 'Page',
  rpc: 'Call',
  queue: 'Message',
  schedule: 'Schedule',
  stream: 'Stream',
  storage: 'Object event',
  database: 'Row changed',
  auth: 'Sign-in',
  email: 'E-mail',
  chat: 'Chat',
  job: 'Job',
  socket: 'Socket',
  event: 'Event',
};

export function nameTrigger({ trigger, triggerName }: Pick<HandlerEntry, 'trigger' | 'triggerName'>): string {
  return triggerName ?? triggerWords[trigger] ?? trigger;
}
