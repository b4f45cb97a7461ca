/**
 * Question: is a local file scratch, or storage?
 *
 *     existsSync('/tmp/done') … writeFileSync('/tmp/done', '')     → storage: tested (line 5)
 *     writeFile(tmp, body) … bucket.upload(tmp) … unlink(tmp)      → scratch
 *
 * A file is scratch until there is evidence that something else relies on it. Evidence is looked for in this order: claimed under a
 * fixed name; made of what was read from it; read or tested before this invocation wrote it; appended to; read by another handler;
 * its path handed on; never used by the one who wrote it, so that the local copy is the only one. A file that is made again when it
 * is absent, from an authority, is a cache and benign.
 */
import type { FunctionNode, Node } from '../ast.js';
import { isInCatch } from '../guards.js';
import type { FileAnalysis } from '../index.js';
import { areExclusive } from './branches.js';
import { isUniqueUse, type FileUse, type FileUses } from './file-uses.js';
import type { LocalPaths } from './local-paths.js';
import { displayOf, keyOf, patternOf, type Path } from './path-pieces.js';
import type { Place } from './path-places.js';
import type { WrittenData } from './written-data.js';

export type Evidence =
  /** Made only if it is not there. */
  | 'claimed'
  /** Written back with what was read from it. */
  | 'writtenBack'
  | 'readBefore'
  | 'testedBefore'
  | 'appended'
  | 'readElsewhere'
  | 'handedOn'
  | 'returned'
  | 'onlyCopy'
  /** Read, and nothing in the file writes it. */
  | 'neverWritten'
  | 'database'
  | 'uploads'
  | 'lockLibrary';

export interface LocalFile {
  readonly role: 'storage' | 'scratch';
  /** How messages write the path. */
  readonly name: string;
  /** Where a report stands: the first write, or the read where nothing writes. */
  readonly node: Node;
  readonly fn: FunctionNode | null;
  readonly evidence: Evidence | undefined;
  /** Where the evidence stands. */
  readonly evidenceNode: Node;
  readonly how?: string;
  /** Whether each invocation has a name of its own for it. */
  readonly isUnique: boolean;
  readonly isRemoved: boolean;
}

interface Occurrence {
  readonly use: FileUse;
  readonly entry: Entry;
  readonly index: number;
}

interface Entry {
  readonly fn: FunctionNode;
  readonly isPlatform: boolean;
  readonly sequence: readonly KeyedUse[];
}

interface KeyedUse {
  readonly use: FileUse;
  readonly keys: readonly string[];
  readonly patterns: readonly string[];
  readonly place: Place;
}

interface FileGroup {
  readonly key: string;
  readonly pattern: string;
  readonly place: Place;
  readonly path: Path;
  readonly occurrences: Occurrence[];
  readonly isUnique: boolean;
}

const CACHE_FOLDER = /(^|\/)[\w.-]*cache[\w-]*\//i;
const WRITES = new Set<FileUse['kind']>(['write', 'append', 'claim']);
const USES_CONTENT = new Set<FileUse['kind']>(['read', 'passed']);

export function classifyFiles(analysis: FileAnalysis, uses: FileUses, paths: LocalPaths, data: WrittenData): LocalFile[] {
  const { reach, handlers } = analysis;
  const entries = findEntries();
  const groups = collectGroups();
  const patternsWritten = new Map<string, FileGroup[]>();
  for (const group of groups.values()) {
    if (!group.occurrences.some(({ use }) => WRITES.has(use.kind))) continue;
    const list = patternsWritten.get(loose(group.pattern));
    if (list) list.push(group);
    else patternsWritten.set(loose(group.pattern), [group]);
  }

  const found: LocalFile[] = [];
  const reported = new Map<Node, LocalFile['role']>();
  const reportedPatterns = new Set<string>();
  for (const group of groups.values()) {
    const file = classify(group);
    const known = file && reported.get(file.node);
    // What is written under another name and moved into place: the name is scratch, the place may be storage.
    if (!file || known === 'storage' || known === file.role) continue;
    if (file.role === 'storage' && file.evidence !== 'onlyCopy' && file.evidence !== 'handedOn' && file.evidence !== 'returned') {
      if (reportedPatterns.has(loose(group.pattern))) continue;
      reportedPatterns.add(loose(group.pattern));
    }
    reported.set(file.node, file.role);
    found.push(file);
  }
  return found.filter((file) => file.role === 'storage' || !found.some((other) => other.role === 'storage' && other.node === file.node));

  function findEntries(): Entry[] {
    const starts = new Map<FunctionNode, boolean>();
    for (const handler of handlers.all)
      if (!handlers.actorClasses.size || reach.isInvocation(handler.fn))
        starts.set(uses.homeOf(handler.fn), handler.entry === 'platform' || starts.get(uses.homeOf(handler.fn)) === true);
    const sequences = new Map<FunctionNode, readonly FileUse[]>();
    for (const fn of starts.keys()) sequences.set(fn, uses.sequenceOf(fn));
    // Functions that are reached some other way than by a call, such as methods of an object that is passed on.
    for (const fn of uses.homes) if (!starts.has(fn)) sequences.set(fn, uses.sequenceOf(fn));
    const list: Entry[] = [];
    for (const [fn, sequence] of sequences) {
      if (!starts.has(fn) && uses.isPartOfAnother(fn)) continue;
      list.push({ fn, isPlatform: starts.get(fn) === true, sequence: sequence.map(keyed) });
    }
    return list;
  }

  function keyed(use: FileUse): KeyedUse {
    const filled = paths.fillDefaults(use.paths);
    const known = filled.filter((path) => paths.placeOf(path) !== 'unknown');
    const places = known.map(paths.placeOf);
    const place = places.includes('shared')
      ? 'shared'
      : ((['tmp', 'disk', 'code'] as const).find((candidate) => places.includes(candidate)) ?? 'unknown');
    const local = known.filter((path) => paths.placeOf(path) !== 'shared');
    return { use: { ...use, paths: known }, keys: local.map(keyOf), patterns: local.map(patternOf), place };
  }

  function collectGroups(): Map<string, FileGroup> {
    const byKey = new Map<string, FileGroup>();
    for (const entry of entries) {
      for (const [index, step] of entry.sequence.entries()) {
        if (step.keys.length === 0 || step.place === 'unknown' || step.place === 'shared') continue;
        const key = [...step.keys].sort().join('|');
        let group = byKey.get(key);
        if (!group) {
          group = {
            key,
            pattern: [...step.patterns].sort().join('|'),
            place: step.place,
            path: step.use.paths[0]!,
            occurrences: [],
            isUnique: isUniqueUse(step.use),
          };
          byKey.set(key, group);
        }
        group.occurrences.push({ use: step.use, entry, index });
      }
    }
    return byKey;
  }

  function classify(group: FileGroup): LocalFile | undefined {
    if (/(^|\/)\.env[\w.]*$/.test(group.pattern)) return undefined; // set up for development
    const writes = group.occurrences.filter(({ use }) => WRITES.has(use.kind));
    if (isCacheOfCallers(group)) return undefined;
    if (writes.length === 0) return classifyRead(group);
    const storage =
      claimed(group, writes) ??
      appended(group, writes) ??
      beforeWriting(
        group,
        writes.filter(({ use }) => use.kind !== 'append'),
      );
    if (storage === 'cache') return undefined;
    const evidence = storage ?? readElsewhere(group, writes) ?? handedOn(group, writes) ?? onlyCopy(group, writes);
    if (evidence) return evidence;
    const first = firstOf(writes);
    return result(group, first, 'scratch', undefined, first.use.node);
  }

  /** `/tmp/cache/{kind}/{key}` in a library: its callers know what stands behind a miss, and the name says that something does. */
  function isCacheOfCallers(group: FileGroup): boolean {
    return (
      CACHE_FOLDER.test(group.pattern) &&
      group.pattern.includes('*') &&
      !group.occurrences.some(({ entry, use }) => entry.isPlatform || use.kind === 'claim' || use.kind === 'append')
    );
  }

  function result(
    group: FileGroup,
    at: Occurrence,
    role: LocalFile['role'],
    evidence: Evidence | undefined,
    evidenceNode: Node,
    how?: string,
  ): LocalFile {
    const origin = originOf(at);
    return {
      role,
      name: displayOf(group.path),
      node: origin.node,
      fn: origin.fn,
      evidence,
      evidenceNode,
      ...(how !== undefined && { how }),
      isUnique: group.isUnique,
      isRemoved: group.occurrences.some(({ use }) => use.kind === 'remove') || writesRemoved(group),
    };
  }

  /** A file that is written under another name and then moved into place is reported where it is written. */
  function originOf({ use, entry, index }: Occurrence): FileUse {
    if (!use.movedFrom) return use;
    const keys = new Set(paths.fillDefaults(use.movedFrom).map(keyOf));
    for (const step of entry.sequence.slice(0, index))
      if (WRITES.has(step.use.kind) && step.keys.some((key) => keys.has(key))) return step.use;
    return use;
  }

  function firstOf(writes: readonly Occurrence[]): Occurrence {
    const own = writes.filter(({ use }) => !data.isConstant(use));
    return [...(own.length > 0 ? own : writes)].sort((a, b) => a.use.node.range[0] - b.use.node.range[0])[0]!;
  }

  function claimed(group: FileGroup, writes: readonly Occurrence[]): LocalFile | undefined {
    const claim = writes.find(({ use }) => use.kind === 'claim');
    return claim && !group.isUnique ? result(group, claim, 'storage', 'claimed', claim.use.node) : undefined;
  }

  function beforeWriting(group: FileGroup, writes: readonly Occurrence[]): LocalFile | 'cache' | undefined {
    if (group.isUnique) return undefined;
    let isCache = false;
    const isUsed = group.occurrences.some(({ use }) => USES_CONTENT.has(use.kind) || use.kind === 'returned' || use.kind === 'answered');
    for (const write of [...writes].sort((a, b) => a.use.node.range[0] - b.use.node.range[0])) {
      const earlier = group.occurrences.filter(
        (other) => other.entry === write.entry && other.index < write.index && !areExclusive(other.use.trail, write.use.trail),
      );
      const reads = earlier.filter(({ use }) => use.kind === 'read');
      const tests = earlier.filter((test) => test.use.kind === 'test' && !isCleanUp(group, test));
      const before = reads[0] ?? tests[0];
      if (!before) continue;
      const source = write.use.data ?? originOf(write).data;
      if (reads.length > 0 && source && data.comesFrom(source, new Set(reads.map(({ use }) => use.node))))
        return result(group, firstOf(writes), 'storage', 'writtenBack', reads[0]!.use.node);
      const firstWrite = group.occurrences.find(
        (other) => other.entry === write.entry && WRITES.has(other.use.kind) && !data.isConstant(other.use),
      );
      if (firstWrite && firstWrite.index < before.index) continue;
      const origin = originOf(write);
      if (!isUsed) {
        if (marksItsFolder(group, write)) return 'cache';
        return result(group, write, 'storage', 'testedBefore', before.use.node);
      }
      if (data.isConstant(origin)) continue; // seeds an empty file
      const isReadHere = group.occurrences.some(
        ({ use, entry }) => entry === write.entry && (use.kind === 'read' || use.kind === 'passed'),
      );
      if (data.hasAuthority(origin) || (isReadHere && data.isComputed(origin))) {
        isCache = true;
        continue;
      }
      return result(group, firstOf(writes), 'storage', reads[0] ? 'readBefore' : 'testedBefore', before.use.node);
    }
    return isCache ? 'cache' : undefined;
  }

  /** A marker that says that the folder around it has been filled: `clone(dir)`, then `writeFile(join(dir, '.ready'))`. */
  function marksItsFolder(group: FileGroup, write: Occurrence): boolean {
    return write.entry.sequence.some(
      (step) =>
        step.keys.length > 0 &&
        (step.use.kind === 'passed' || WRITES.has(step.use.kind)) &&
        !step.keys.includes(group.key) &&
        (isFolderOf(step, group) || isBeside(step, group)),
    );
  }

  function isBeside(step: KeyedUse, group: FileGroup): boolean {
    const folder = group.pattern.slice(0, group.pattern.lastIndexOf('/'));
    return !/^(\/tmp|\.|__dirname)?$/.test(folder) && step.patterns.some((pattern) => pattern.startsWith(`${folder}/`));
  }

  /** `if (existsSync(file)) unlinkSync(file)` */
  function isCleanUp(group: FileGroup, test: Occurrence): boolean {
    const next = group.occurrences.find((other) => other.entry === test.entry && other.index > test.index);
    return next?.use.kind === 'remove';
  }

  function appended(group: FileGroup, writes: readonly Occurrence[]): LocalFile | undefined {
    if (group.isUnique) return undefined;
    for (const append of writes) {
      if (append.use.kind !== 'append') continue;
      const isFreshFile = append.entry.sequence
        .slice(0, append.index)
        .some((step) => step.keys.some((key) => key === group.key) && (step.use.kind === 'write' || step.use.kind === 'remove'));
      if (isFreshFile || isRemovedAfter(append, group)) continue;
      return result(group, firstOf(writes), 'storage', 'appended', append.use.node);
    }
    return undefined;
  }

  function readElsewhere(group: FileGroup, writes: readonly Occurrence[]): LocalFile | undefined {
    const writers = new Set(writes.map(({ entry }) => entry));
    if (writes.every((write) => isRemovedAfter(write, group))) return undefined;
    for (const entry of entries) {
      for (const [at, step] of entry.sequence.entries()) {
        if (
          !(step.use.kind === 'read' && isSamePattern(step, group)) &&
          !(step.use.kind === 'list' && isFolderOf(step, group) && !cleansUp(entry, group))
        )
          continue;
        const isWrittenBefore = entry.sequence
          .slice(0, at)
          .some(
            (other) =>
              (!areExclusive(other.use.trail, step.use.trail) && WRITES.has(other.use.kind) && isSamePattern(other, group)) ||
              (other.use.kind === 'program' && writers.has(entry)),
          );
        if (isWrittenBefore) continue;
        if (
          writers.has(entry) &&
          entry.sequence
            .slice(at)
            .some((other) => WRITES.has(other.use.kind) && isSamePattern(other, group) && !areExclusive(other.use.trail, step.use.trail))
        ) {
          continue; // read first and written later in one handler: see `beforeWriting`
        }
        return result(group, firstOf(writes), 'storage', 'readElsewhere', step.use.node);
      }
    }
    return undefined;
  }

  function isSamePattern(step: KeyedUse, group: FileGroup): boolean {
    if (step.patterns.length === 0) return false;
    const pattern = [...step.patterns].sort().join('|');
    if (loose(pattern) === loose(group.pattern))
      return /[^*/.~]/.test(pattern.replace(/^(\/tmp|\.|__dirname)/, '')) || step.keys.includes(group.key);
    // A path chosen by an alternative: `dir` may be one of several.
    return group.pattern.split('|').some((own) => !own.includes('*') && step.patterns.includes(own));
  }

  function isFolderOf(step: KeyedUse, group: FileGroup): boolean {
    return group.pattern
      .split('|')
      .some((own) => step.patterns.some((folder) => folder.length > 1 && folder !== '/tmp' && own.startsWith(`${folder}/`)));
  }

  function cleansUp(entry: Entry, group: FileGroup): boolean {
    return entry.sequence.some(
      ({ use, patterns }) =>
        use.kind === 'remove' &&
        patterns.some((pattern) => group.pattern.split('|').some((own) => own === pattern || sameFolder(own, pattern))),
    );
  }

  function sameFolder(left: string, right: string): boolean {
    return left.slice(0, left.lastIndexOf('/')) === right.slice(0, right.lastIndexOf('/'));
  }

  function handedOn(group: FileGroup, writes: readonly Occurrence[]): LocalFile | undefined {
    for (const write of writes) {
      const { entry, index } = write;
      if (isRemovedAfter(write, group) || write.use.isDownload) continue;
      const handed = group.occurrences.find((other) => other.entry === entry && other.use.kind === 'handedOn');
      if (handed && (handed.index > index || !handed.use.how?.includes('module variable')))
        return result(group, write, 'storage', 'handedOn', handed.use.node, handed.use.how);
      const answer = group.occurrences.find(
        (other) =>
          other.entry === entry &&
          other.index > index &&
          !areExclusive(other.use.trail, write.use.trail) &&
          (other.use.kind === 'answered' || other.use.kind === 'returned') &&
          isAnswer(other, entry),
      );
      if (!answer) continue;
      if (isUsedAfter(write, group, (other) => other !== answer)) continue;
      return result(
        group,
        write,
        'storage',
        'returned',
        answer.use.node,
        entry.isPlatform || answer.use.kind === 'answered' ? 'has its path put into the response' : 'has its path returned',
      );
    }
    return undefined;
  }

  /** A bare path returned by a helper of another module's handler may be scratch of that handler. */
  function isAnswer({ use }: Occurrence, entry: Entry): boolean {
    if (use.kind === 'answered' || entry.isPlatform) return true;
    return use.how === 'inside';
  }

  function onlyCopy(group: FileGroup, writes: readonly Occurrence[]): LocalFile | undefined {
    if (group.occurrences.some(({ use }) => use.kind === 'returned' || use.kind === 'answered')) return undefined;
    for (const write of [...writes].sort((a, b) => a.use.node.range[0] - b.use.node.range[0])) {
      if (write.use.isDownload || isMoved(write, group) || isRemovedAfter(write, group) || isUsedAfter(write, group, () => true)) continue;
      if (data.isKeptElsewhere(originOf(write)) || data.isConstant(originOf(write)) || data.isConfiguration(originOf(write))) continue;
      if (isOutputOfProgram(group, write)) continue;
      if (
        patternsWritten
          .get(loose(group.pattern))
          ?.some((other) => other !== group && other.occurrences.some(({ use }) => USES_CONTENT.has(use.kind)))
      )
        continue;
      return result(group, write, 'storage', 'onlyCopy', write.use.node);
    }
    return undefined;
  }

  /**
   * `async function draw(model = MODEL) { … writeFileSync('output.png', image); }` where no handler is in sight: under one name in the folder of
   * the program, by a function that needs nothing of its callers. So samples and tools leave their results for whoever has started them.
   */
  function isOutputOfProgram(group: FileGroup, write: Occurrence): boolean {
    if (handlers.hasPlatformHandler || group.place === 'tmp' || group.pattern.includes('*')) return false;
    const { fn } = write.entry;
    if (
      fn.parent.type === 'MethodDefinition' ||
      fn.parent.type === 'PropertyDefinition' ||
      !fn.params.every(({ type }) => type === 'AssignmentPattern')
    )
      return false;
    const given = originOf(write).data;
    return given !== undefined && !analysis.origins.of(given).has('state');
  }

  /** The file of an intermediate name, moved into place later: the move's target is judged instead. */
  function isMoved(write: Occurrence, group: FileGroup): boolean {
    return write.entry.sequence
      .slice(write.index + 1)
      .some(
        (step) => step.use.movedFrom && paths.fillDefaults(step.use.movedFrom).some((path) => group.key.split('|').includes(keyOf(path))),
      );
  }

  function isUsedAfter(write: Occurrence, group: FileGroup, counts: (other: Occurrence) => boolean): boolean {
    const { entry, index } = write;
    return entry.sequence.some((step, at) => {
      if (at < index) return false;
      if (step.use.kind === 'program') return at > index || step.use.node !== write.use.node;
      if (at === index || areExclusive(step.use.trail, write.use.trail) || !counts({ use: step.use, entry, index: at })) return false;
      if (step.use.kind === 'list') return isFolderOf(step, group);
      if (!USES_CONTENT.has(step.use.kind)) return false;
      return step.keys.some((key) => group.key.split('|').includes(key)) || isSamePattern(step, group) || isFolderOf(step, group);
    });
  }

  /** Taken away in the end. What is removed only where the work has failed stays where it succeeds. */
  function isRemovedAfter(write: Occurrence, group: FileGroup): boolean {
    return write.entry.sequence.some(
      (step, at) =>
        at > write.index &&
        step.use.kind === 'remove' &&
        !isUndo(step, write.use) &&
        !areExclusive(step.use.trail, write.use.trail) &&
        (step.keys.some((key) => group.key.split('|').includes(key)) || isSamePattern(step, group) || isFolderOf(step, group)),
    );
  }

  /** Removed in a `catch`, and nowhere else in the file. */
  function isUndo(removal: KeyedUse, write: FileUse): boolean {
    const isFailing = ({ node, trail }: FileUse): boolean => [node, ...trail].some(isInCatch);
    if (!isFailing(removal.use) || isFailing(write)) return false;
    return !entries.some(({ sequence }) => sequence.some((step) => step.use.kind === 'remove' && !isFailing(step.use)));
  }

  function writesRemoved(group: FileGroup): boolean {
    return group.occurrences.some((occurrence) => WRITES.has(occurrence.use.kind) && isRemovedAfter(occurrence, group));
  }

  /** Any file of a folder into which others are written: reported where these are. */
  function isOneOfWritten(pattern: string): boolean {
    const slash = pattern.lastIndexOf('/') + 1;
    return (
      pattern.slice(slash).includes('*') &&
      [...patternsWritten.keys()].some((written) => written.startsWith(loose(`${pattern.slice(0, slash)}*`)))
    );
  }

  /** A file in the temporary directory that is only read: an earlier invocation must have left it. */
  function classifyRead(group: FileGroup): LocalFile | undefined {
    if (group.place !== 'tmp' || group.isUnique || /^(\/tmp|\/var\/tmp|\/dev\/shm)(\/\*)?$/.test(group.pattern)) return undefined;
    if (group.pattern.includes('|')) return undefined;
    for (const read of group.occurrences) {
      if (read.use.kind !== 'read') continue;
      const isMadeHere = read.entry.sequence.some((step, at) => {
        if (at >= read.index) return false;
        if (step.use.kind === 'program') return true;
        if (step.use.kind === 'passed' || WRITES.has(step.use.kind))
          return step.keys.includes(group.key) || isFolderOf(step, group) || step.patterns.includes('/tmp');
        return false;
      });
      if (isMadeHere || patternsWritten.has(loose(group.pattern)) || isOneOfWritten(group.pattern)) return undefined;
      return result(group, read, 'storage', 'neverWritten', read.use.node);
    }
    return undefined;
  }
}

/** `/pictures/*.jpg` and `/pictures*.jpg` may be the same files: a hole can hold the slash. */
function loose(pattern: string): string {
  return pattern.replace(/\/?\*+/g, '*').replace(/\*+/g, '*');
}
