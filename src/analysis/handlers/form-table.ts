/**
 * Question: which forms of the platform table does a name mean?
 *
 * The table of `platforms/` is turned round once: from a name to the forms that list it, those that say more first. Nearly every name
 * of a file is in no list, and costs one look-up.
 */
import { PLATFORMS, type Form, type Platform } from '../platforms/index.js';

/** One form, with the platform that it belongs to and the listed name. */
export interface Entry {
  readonly platform: string;
  readonly form: Form;
  /** The parts of the listed name, last first: `onRun`, `schedule` of `schedule.onRun`. */
  readonly parts: readonly string[];
}

type Way =
  | 'exports'
  | 'members'
  | 'topLevel'
  | 'types'
  | 'eventTypes'
  | 'calls'
  | 'routers'
  | 'bases'
  | 'decorators'
  | 'methodDecorators'
  | 'tables';

/** Ways of declaration whose names are looked up by their last part; types keep their qualifier. */
const DOTTED: ReadonlySet<Way> = new Set<Way>(['calls', 'routers']);

export interface FormTable {
  /** The forms that list a name, whatever narrows them further. */
  readonly named: (way: Way, name: string) => readonly Entry[];
  readonly signatures: readonly Entry[];
  readonly keyed: readonly Entry[];
}

interface Wildcard {
  readonly pattern: RegExp;
  readonly entry: Entry;
}

export function createFormTable(platforms: readonly Platform[]): FormTable {
  const exact = new Map<Way, Map<string, Entry[]>>(WAYS.map((way) => [way, new Map()]));
  const wildcards = new Map<Way, Wildcard[]>();
  const signatures: Entry[] = [];
  const keyed: Entry[] = [];
  for (const { name: platform, forms } of platforms) {
    for (const form of forms) {
      for (const way of WAYS) {
        for (const listed of form[way] ?? []) {
          const parts = DOTTED.has(way) ? listed.split('.').reverse() : [listed];
          const entry = { platform, form, parts };
          if (parts[0]!.includes('*')) put(wildcards, way, { pattern: wildcardPattern(parts[0]!), entry });
          else put(exact.get(way)!, parts[0]!, entry);
        }
      }
      if (form.signature && !form.exports && !form.topLevel) signatures.push({ platform, form, parts: [] });
      if (form.keys) keyed.push({ platform, form, parts: [] });
    }
  }
  const anyName = new Map(
    WAYS.map((way) => [way, (wildcards.get(way) ?? []).filter(({ entry }) => entry.parts[0] === '*').map(({ entry }) => entry)]),
  );
  for (const names of exact.values()) for (const entries of names.values()) entries.sort((a, b) => weightOf(b) - weightOf(a));
  for (const [way, names] of exact) for (const [name, entries] of names) entries.push(...wildOf(way, name));
  signatures.sort((a, b) => b.form.signature!.length - a.form.signature!.length);

  return {
    named: (way, name) => exact.get(way)!.get(name) ?? wildOf(way, name),
    signatures,
    keyed,
  };

  function wildOf(way: Way, name: string): readonly Entry[] {
    const wild = wildcards.get(way);
    if (!wild) return NO_ENTRIES;
    const anyway = anyName.get(way)!;
    const fitting = wild.filter(({ pattern }) => pattern.test(name));
    return fitting.length === anyway.length ? anyway : fitting.map(({ entry }) => entry);
  }
}

const WAYS: readonly Way[] = [
  'exports',
  'members',
  'topLevel',
  'types',
  'eventTypes',
  'calls',
  'routers',
  'bases',
  'decorators',
  'methodDecorators',
  'tables',
];
const NO_ENTRIES: readonly Entry[] = [];

/** The table of `platforms/`. */
export const PLATFORM_TABLE: FormTable = createFormTable(PLATFORMS);

/** A form that asks for more says more. */
function weightOf({ form, parts }: Entry): number {
  return (
    (form.files ? 8 : 0) +
    (form.beside ? 4 : 0) +
    (form.from ? 4 : 0) +
    (form.signature ? form.signature.length : 0) +
    (form.on ? 1 : 0) +
    parts.length
  );
}

/** A listed name, in which `*` stands for any letters, as a pattern. */
export function wildcardPattern(name: string): RegExp {
  return new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}

function put<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}

/**
 * Whether a module is one of the listed packages: `hono` is also `hono/tiny`, `npm:hono@4` and `https://deno.land/x/hono/mod.ts`; an
 * entry that ends in `/` or `:` stands for all that begin so; one that begins with `.` is a file of the project, wherever it stands.
 */
export function isFrom(module: string, packages: readonly string[]): boolean {
  const name = module.includes(':') ? packageName(module) : module;
  return packages.some((listed) => {
    if (listed.startsWith('.')) return module.startsWith('.') && module.endsWith(listed.replace(/^\.+/, ''));
    if (/[/:]$/.test(listed)) return name.startsWith(listed);
    return name === listed || name.startsWith(`${listed}/`) || module.startsWith(`${listed}/`);
  });
}

/** A module path of the project itself, also by the aliases that bundlers and frameworks use. */
export function isOwnModule(module: string): boolean {
  return /^(\.|~|#|@\/|\$lib|src\/)/.test(module);
}

function packageName(module: string): string {
  const url = /^https?:\/\/[^/]+\/(?:x\/|npm:|jsr\/)?((?:@[^/@]+\/)?[^/@?]+)/.exec(module);
  if (url) return url[1]!;
  const scheme = /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)/.exec(module);
  return scheme ? scheme[1]! : module;
}
