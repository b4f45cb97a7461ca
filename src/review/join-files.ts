/**
 * Question: which handlers come to which findings and stores, across the files of a review?
 *
 *     app/api/cart/route.ts: POST → addItem of '@/lib/cart'
 *     lib/cart.ts:           addItem → `carts`, and `db` of './db'
 *     lib/db.ts:             db is a client of PostgreSQL
 *
 * Each file says which of its functions use what other files export. The files are joined here by their paths: relative ones, and the
 * common aliases (`@/`, `~/`, `$lib/`, `src/`), which are taken for the reviewed file whose path ends alike and lies nearest.
 *
 * Knowingly missed: aliases of other names, packages of a workspace, and calls through containers.
 */
import path from 'node:path';

import type { FileInventory, ProjectExport, RegisteredFact, StoreName } from '../analysis/inventory/index.js';

/** A function of a file, by its position in the file's entries. */
export interface EntryRef {
  readonly path: string;
  readonly entry: number;
}

export interface JoinedFiles {
  /** All functions that an entry comes to in other files, itself included. */
  readonly reachedFrom: (start: EntryRef) => readonly EntryRef[];
  /** The functions of other files that a file hands to a platform, with the handlers that they are. */
  readonly registeredBy: (from: string) => readonly (EntryRef & { readonly as: RegisteredFact })[];
  /** The store behind what another file exports. */
  readonly storeOf: (from: string, project: ProjectExport) => StoreName | undefined;
}

const sourceExtension = /\.[cm]?[jt]sx?$/;
/** Re-exports of re-exports beyond this are no path that anybody follows. */
const mostHops = 10;

export function joinFiles(inventories: ReadonlyMap<string, FileInventory>): JoinedFiles {
  const resolve = createResolver([...inventories.keys()]);

  /** The exports that a name of a module stands for, through re-exports. */
  const exportsOf = (
    from: string,
    { specifier, name }: ProjectExport,
    hops = mostHops,
  ): { file: string; exported: FileInventory['exports'][number] }[] => {
    const file = resolve(from, specifier);
    const inventory = file === undefined ? undefined : inventories.get(file);
    if (file === undefined || !inventory || hops === 0) return [];
    const own = inventory.exports.filter((exported) => exported.name === name || name === '*');
    if (own.length > 0 && name !== '*') {
      return own.flatMap((exported) =>
        exported.project && exported.functions.length === 0 ? exportsOf(file, exported.project, hops - 1) : [{ file, exported }],
      );
    }
    const passedOn = inventory.reexports
      .filter((again) => again.name === name || again.name === '*' || name === '*')
      .flatMap(({ name: as, project }) => exportsOf(file, as === '*' ? { specifier: project.specifier, name } : project, hops - 1));
    return [...own.map((exported) => ({ file, exported })), ...passedOn];
  };

  const next = ({ path: from, entry }: EntryRef): EntryRef[] =>
    (inventories.get(from)?.links ?? [])
      .filter((link) => link.entry === entry)
      .flatMap(({ project, member }) =>
        exportsOf(from, project).flatMap(({ file, exported }) => {
          const named = exported.functions.filter((fn) => fn.member === member);
          return (named.length > 0 ? named : exported.functions).map((fn) => ({ path: file, entry: fn.entry }));
        }),
      );

  return {
    registeredBy: (from) =>
      (inventories.get(from)?.registered ?? []).flatMap((as) =>
        exportsOf(from, as.project).flatMap(({ file, exported }) =>
          exported.functions.filter((fn) => fn.member === as.member).map((fn) => ({ path: file, entry: fn.entry, as })),
        ),
      ),
    reachedFrom: (start) => {
      const reached = new Map([[keyOf(start), start]]);
      const pending = [start];
      for (let current = pending.pop(); current; current = pending.pop()) {
        for (const step of next(current)) {
          if (reached.has(keyOf(step))) continue;
          reached.set(keyOf(step), step);
          pending.push(step);
        }
      }
      return [...reached.values()];
    },
    storeOf: (from, project) => {
      // A module as a whole is a client only where it exports one as a whole: `module.exports = pool`.
      let wanted = project.name === '*' ? { ...project, name: 'default' } : project;
      let holder = from;
      for (let hops = mostHops; hops > 0; hops -= 1) {
        const found = exportsOf(holder, wanted).find(({ exported }) => exported.store ?? exported.project);
        if (!found) return undefined;
        if (found.exported.store) return found.exported.store;
        // A function of that file that returns what a third one exports.
        holder = found.file;
        wanted = found.exported.project!;
      }
      return undefined;
    },
  };
}

export function keyOf({ path: file, entry }: EntryRef): string {
  return `${file}\n${entry}`;
}

/** Finds the reviewed file that a specifier means. */
function createResolver(files: readonly string[]): (from: string, specifier: string) => string | undefined {
  const byStem = new Map<string, string>();
  const byEnd = new Map<string, string[]>();
  for (const file of files) {
    const stem = file.replace(sourceExtension, '');
    for (const name of stem.endsWith('/index') ? [stem, stem.slice(0, -'/index'.length)] : [stem]) {
      if (!byStem.has(name)) byStem.set(name, file);
      const end = path.posix.basename(name);
      const known = byEnd.get(end);
      if (known) known.push(name);
      else byEnd.set(end, [name]);
    }
  }
  return (from, specifier) => {
    const written = specifier.replace(sourceExtension, '').replace(/\/$/, '');
    if (/^\.{1,2}(\/|$)/.test(written)) {
      const stem = path.posix.normalize(path.posix.join(path.posix.dirname(from), written));
      return byStem.get(stem) ?? byStem.get(stem.replace(/\/$/, ''));
    }
    const tail = written.replace(/^[@~#]\//, '').replace(/^[$#]/, '');
    const candidates = (byEnd.get(path.posix.basename(tail)) ?? []).filter((stem) => stem === tail || stem.endsWith(`/${tail}`));
    const [nearest] = candidates.sort((a, b) => commonLength(b, from) - commonLength(a, from));
    return nearest === undefined ? undefined : byStem.get(nearest);
  };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
