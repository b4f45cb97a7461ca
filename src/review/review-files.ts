/**
 * Lints files one by one, and collects what the rules of this plugin say of them.
 *
 * Text is handed to ESLint instead of paths: ESLint takes paths for patterns, and one file on which it fails would take all
 * others with it.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ESLint, Linter } from 'eslint';

import type { Inventory } from '../analysis/inventory/index.js';
import { assembleReview, type LintedFile } from './assemble-review.js';
import { createInventoryCollector, inventoryRuleId, type InventoryCollector } from './collect-inventories.js';
import { readResult, type ReadResult } from './read-lint-result.js';
import { asOneLine, ReviewError, type Review, type UnreadableFile } from './review.js';

export interface ReviewRequest {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly cwd: string;
  /** The user's ESLint class. */
  readonly ESLint: typeof ESLint;
  /** The absolute path of the project's own config, or the configs to use instead. */
  readonly config: string | readonly Linter.Config[];
  /** Called before each file. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called with what ESLint said of each file. */
  readonly onResult?: ((result: ESLint.LintResult) => void) | undefined;
}

/**
 * @throws {ReviewError} where the config is broken, or leaves nothing to review
 */
export async function reviewFiles(request: ReviewRequest): Promise<Review> {
  const { files, cwd, onProgress, onResult } = request;
  const collector = createInventoryCollector();
  const linterOf = createLinters(request, collector);
  const linted: LintedFile[] = [];
  const unreadable: UnreadableFile[] = [];
  const asked = new Set<ESLint>();
  let isRuleOn = false;

  for (const [index, file] of files.entries()) {
    onProgress?.(index, files.length);
    const linter = linterOf(file);
    // A broken config is told of once, and before any file; what is ignored, ESLint finds out by itself.
    if (!isRuleOn || !asked.has(linter)) {
      asked.add(linter);
      const config = await findConfig(linter, file, request);
      if (!config) continue;
      isRuleOn ||= hasRuleOfThisPlugin(config);
    }
    const shown = (path.relative(cwd, file) || file).replaceAll(path.sep, '/');
    const outcome = await lintFile(linter, file, shown, collector, onResult);
    if (!outcome) continue;
    if ('reason' in outcome) unreadable.push(outcome);
    else linted.push(outcome);
  }

  if (linted.length === 0 && unreadable.length === 0) throw new ReviewError([nothingToReview(request)]);
  if (!isRuleOn) throw new ReviewError([`${showConfig(request)}: turns on no rule of eslint-plugin-stateless for these files`]);
  return assembleReview(linted, unreadable);
}

async function findConfig(linter: ESLint, file: string, request: ReviewRequest): Promise<Linter.Config | undefined> {
  try {
    return (await linter.calculateConfigForFile(file)) as Linter.Config | undefined;
  } catch (error) {
    throw new ReviewError([`${showConfig(request)}: ${asOneLine(error)}`]);
  }
}

/** `undefined` for a file that the config ignores. */
async function lintFile(
  linter: ESLint,
  file: string,
  shown: string,
  collector: InventoryCollector,
  onResult: ReviewRequest['onResult'],
): Promise<LintedFile | UnreadableFile | undefined> {
  try {
    const text = readFileSync(file, 'utf8');
    const [result] = await linter.lintText(text, { filePath: file, warnIgnored: false });
    const inventory = collector.take();
    if (!result) return undefined;
    onResult?.(result);
    const read = readResult(result, shown, text, inventory);
    return 'reason' in read ? read : toLintedFile(read, inventory);
  } catch (error) {
    // Every file would fail on wrong settings; one line for all of them is enough.
    if (error instanceof Error && error.name === 'SettingsError') throw new ReviewError([settingsLine(error)]);
    return { path: shown, reason: `cannot be reviewed: ${asOneLine(error)}` };
  }
}

/** Keeps of a file what a review needs: neither its text, nor the syntax that the inventory can still be asked about. */
function toLintedFile({ path: shown, findings, lines }: ReadResult, inventory: Inventory | undefined): LintedFile {
  if (!inventory) return { path: shown, findings, inventory: undefined, code: new Map() };
  const { entries, exports, reexports, links, registered, stores, reuse } = inventory;
  const named = [...stores, ...reuse].map(({ line }) => line);
  return {
    path: shown,
    findings,
    inventory: { entries, exports, reexports, links, registered, stores, reuse },
    code: new Map(named.map((line) => [line, lines[line - 1]?.trim() ?? ''])),
  };
}

function settingsLine(error: Error): string {
  return asOneLine(error).replace(/^Error while loading rule '[^']*': /, '');
}

function createLinters({ ESLint: Linter, cwd, config }: ReviewRequest, collector: InventoryCollector): (file: string) => ESLint {
  const linters = new Map<string, ESLint>();
  const isOwnConfig = typeof config === 'string';
  return (file) => {
    const base = findBase(file, isOwnConfig ? [cwd, path.dirname(config)] : [cwd]);
    let linter = linters.get(base);
    if (!linter) {
      linter = new Linter({
        cwd: base,
        ruleFilter: ({ ruleId }) => ruleId.startsWith('stateless/') || ruleId === inventoryRuleId,
        ...(isOwnConfig
          ? { overrideConfigFile: config, overrideConfig: [collector.config] }
          : { overrideConfigFile: true, overrideConfig: [...config, collector.config] }),
      });
      linters.set(base, linter);
    }
    return linter;
  };
}

/** ESLint refuses files outside its base folder. For those, it is the project that they belong to. */
function findBase(file: string, preferred: readonly string[]): string {
  const holder = preferred.find((folder) => isInside(file, folder));
  if (holder !== undefined) return holder;
  const folder = path.dirname(file);
  for (let candidate = folder; ; candidate = path.dirname(candidate)) {
    if (existsSync(path.join(candidate, 'package.json'))) return candidate;
    if (candidate === path.dirname(candidate)) return folder;
  }
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

function hasRuleOfThisPlugin(config: Linter.Config): boolean {
  return Object.entries(config.rules ?? {}).some(([name, entry]) => {
    const level: unknown = Array.isArray(entry) ? entry[0] : entry;
    return name.startsWith('stateless/') && level !== 0 && level !== 'off';
  });
}

function nothingToReview(request: ReviewRequest): string {
  return `${showConfig(request)}: ignores all of the ${request.files.length} given files`;
}

function showConfig({ config, cwd }: ReviewRequest): string {
  return typeof config === 'string' ? path.relative(cwd, config) : 'embedded config';
}
