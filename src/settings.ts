/**
 * What a project tells the plugin about itself, under `settings.stateless` of its ESLint config.
 *
 *     settings: {
 *       stateless: {
 *         handlers: [{ callees: [{ name: 'defineJob', argument: 1 }] }, { files: ['src/jobs/**'] }],
 *         memoryStores: [{ package: '@acme/limits', import: 'Limiter', kind: 'new', externalOption: 'redis' }],
 *         externalStores: ['@acme/store', './db'],
 *         benignNames: ['warmUp'],
 *         sharedPaths: ['/data/efs'],
 *         stores: { dedup: { module: '@acme/stores', name: 'dedupStore' } },
 *       },
 *     }
 *
 * Exported types:
 *   `StatelessSettingsInput`  what the user writes: every list optional, also the ones of a handler
 *   `StatelessSettings`       what the analysis reads: every list present, empty where the user gave none
 *   `HandlerSetting`, `CalleeSetting`, `MemoryStoreSetting`, `StoreSetting`   one entry
 *   `SettingsError`           thrown by `readSettings`; its message is one line that names the wrong key
 *
 * A wrong key is an error and not a warning: a setting that is silently ignored looks like a rule that does not work.
 */
import { findNearestNames } from './nearest-name.js';

export interface CalleeSetting {
  /** The called name, as it is written: `defineJob`, `queue.process`. */
  readonly name: string;
  /** The position of the handler among the arguments, from 0. */
  readonly argument: number;
}

/** A kind of handler. `files` limits both `exportNames` and `callees`, and alone makes every export of those files a handler. */
export interface HandlerSetting {
  readonly exportNames: readonly string[];
  readonly callees: readonly CalleeSetting[];
  /** Glob patterns of file paths. */
  readonly files: readonly string[];
}

/** A library that keeps its data in the process unless it is told otherwise. */
export interface MemoryStoreSetting {
  readonly package: string;
  /** `default`, or the name of the export. */
  readonly import: string;
  readonly kind: 'new' | 'call';
  /** The option that gives it an external store, and so makes it silent. */
  readonly externalOption?: string;
  /** What it is used for, in the words of the message: `rate limits`. */
  readonly concern?: string;
  /** What to use instead: `its Redis store`. */
  readonly replacement?: string;
}

/** An export of the team's own module that keeps one kind of state. */
export interface StoreSetting {
  /** As an import writes it: `@acme/stores`. */
  readonly module: string;
  /** The name of the export. */
  readonly name: string;
}

/** The stores that editor suggestions may rewrite state to. The README shows what each of them must have. */
export interface StoreSettings {
  readonly dedup?: StoreSetting;
  readonly lock?: StoreSetting;
  readonly counter?: StoreSetting;
}

export interface StatelessSettings {
  readonly handlers: readonly HandlerSetting[];
  readonly memoryStores: readonly MemoryStoreSetting[];
  /** Package names and module paths whose exports talk to a store outside the process. */
  readonly externalStores: readonly string[];
  /** Names of state that is never reported. */
  readonly benignNames: readonly string[];
  /** Where shared file systems are mounted: files below are no local files. */
  readonly sharedPaths: readonly string[];
  readonly stores: StoreSettings;
}

export interface StatelessSettingsInput extends Partial<Omit<StatelessSettings, 'handlers'>> {
  readonly handlers?: readonly Partial<HandlerSetting>[];
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const noSettings = fillIn({});

// ESLint hands every rule and every file under one config the same object. Keyed by identity, so nothing is kept beyond it.
const checkedSettings = new WeakMap<object, StatelessSettings>();

/**
 * Checks the value of `settings.stateless` and fills in the lists that are missing.
 *
 * @throws {SettingsError} where a key is unknown, missing, or holds the wrong kind of value
 */
export function readSettings(raw: unknown): StatelessSettings {
  if (raw === undefined) return noSettings;
  if (typeof raw === 'object' && raw !== null) {
    const known = checkedSettings.get(raw);
    if (known) return known;
  }
  checkStateless(raw, 'settings.stateless');
  const settings = fillIn(raw as StatelessSettingsInput);
  checkedSettings.set(raw as object, settings);
  return settings;
}

function fillIn(given: StatelessSettingsInput): StatelessSettings {
  return {
    handlers: (given.handlers ?? []).map(({ exportNames = [], callees = [], files = [] }) => ({
      exportNames,
      callees,
      files,
    })),
    memoryStores: given.memoryStores ?? [],
    externalStores: given.externalStores ?? [],
    benignNames: given.benignNames ?? [],
    sharedPaths: given.sharedPaths ?? [],
    stores: given.stores ?? {},
  };
}

type Check = (value: unknown, path: string) => void;

interface Shape {
  readonly required?: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
  /** An entry with none of its optional keys says nothing. */
  readonly needsOne?: boolean;
}

const text: Check = (value, path) => {
  if (typeof value !== 'string' || value === '') throw new SettingsError(`${path}: expected a non-empty string, got ${show(value)}`);
};

const position: Check = (value, path) => {
  if (!Number.isInteger(value) || (value as number) < 0) {
    throw new SettingsError(`${path}: expected a position from 0, got ${show(value)}`);
  }
};

const identifier: Check = (value, path) => {
  if (typeof value !== 'string' || !/^[A-Za-z_$][\w$]*$/.test(value) || value === 'default') {
    throw new SettingsError(`${path}: expected the name of an export, got ${show(value)}`);
  }
};

const oneOf =
  (...allowed: string[]): Check =>
  (value, path) => {
    if (!allowed.includes(value as string)) {
      throw new SettingsError(`${path}: expected ${allowed.map((name) => `"${name}"`).join(' or ')}, got ${show(value)}`);
    }
  };

const listOf =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) throw new SettingsError(`${path}: expected a list, got ${show(value)}`);
    value.forEach((item, index) => check(item, `${path}[${index}]`));
  };

const objectOf =
  ({ required = {}, optional = {}, needsOne = false }: Shape): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new SettingsError(`${path}: expected an object, got ${show(value)}`);
    }
    const checks = new Map(Object.entries({ ...required, ...optional }));
    const given = Object.entries(value).filter(([, item]) => item !== undefined);
    for (const [key, item] of given) {
      const check = checks.get(key);
      if (!check) throw new SettingsError(`${path}.${key}: unknown key, ${suggestKey(key, [...checks.keys()])}`);
      check(item, `${path}.${key}`);
    }
    const present = new Set(given.map(([key]) => key));
    for (const key of Object.keys(required)) {
      if (!present.has(key)) throw new SettingsError(`${path}.${key}: missing key`);
    }
    if (needsOne && present.size === 0) {
      throw new SettingsError(`${path}: expected at least one of ${quoted([...checks.keys()])}`);
    }
  };

const store = objectOf({ required: { module: text, name: identifier } });

const checkStateless = objectOf({
  optional: {
    handlers: listOf(
      objectOf({
        optional: {
          exportNames: listOf(text),
          callees: listOf(objectOf({ required: { name: text, argument: position } })),
          files: listOf(text),
        },
        needsOne: true,
      }),
    ),
    memoryStores: listOf(
      objectOf({
        required: { package: text, import: text, kind: oneOf('new', 'call') },
        optional: { externalOption: text, concern: text, replacement: text },
      }),
    ),
    externalStores: listOf(text),
    benignNames: listOf(text),
    sharedPaths: listOf(text),
    stores: objectOf({ optional: { dedup: store, lock: store, counter: store }, needsOne: true }),
  },
});

function suggestKey(written: string, known: readonly string[]): string {
  const [nearest] = findNearestNames(written, known, 1);
  return nearest === undefined ? `expected one of ${quoted(known)}` : `did you mean "${nearest}"?`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
