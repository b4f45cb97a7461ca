import type { ESLint, Linter } from 'eslint';

import type { Inventory, PlaceFact } from '../analysis/inventory/index.js';
import plugin from '../index.js';
import { concernOfRule } from './checklist-rows.js';
import type { CodeFrame, Finding, UnreadableFile } from './review.js';

const parseErrorPrefix = 'Parsing error:';
/** Lines of code on either side of the one that a frame is about. */
const around = 2;
const longestLine = 240;

interface ReviewedRuleDocs {
  readonly concern: string;
  readonly movesTo: string;
  readonly url: string;
}

/** A finding before the files of a review are joined: who comes to it is told by entries of its own file. */
export interface RawFinding extends Omit<Finding, 'id' | 'handlers' | 'exports'> {
  readonly entries: readonly number[];
  /** Set where an inline comment turned it off. */
  readonly reason: string | undefined;
}

export interface ReadResult {
  readonly path: string;
  readonly findings: readonly RawFinding[];
  /** The text of the file, by lines; empty where nothing of it is shown. */
  readonly lines: readonly string[];
}

/**
 * Takes the findings of this plugin out of ESLint's result. Everything else that ESLint has to say stays out: other rules named
 * in inline comments are unknown to the embedded config, and that is not the author's mistake.
 */
export function readResult(
  result: ESLint.LintResult,
  path: string,
  text: string,
  inventory: Inventory | undefined,
): ReadResult | UnreadableFile {
  const parseError = result.messages.find(isParseError);
  if (parseError) return describeParseError(parseError, path);
  // Of most files nothing is shown, and their text need not be taken apart.
  const isShown =
    inventory !== undefined || [...result.messages, ...result.suppressedMessages].some((message) => ruleOf(message) !== undefined);
  const lines = isShown ? text.split(/\r?\n/) : [];
  const read = (message: Linter.LintMessage, reason: string | undefined): RawFinding[] => {
    const finding = readFinding(message, { path, lines, inventory, reason });
    return finding ? [finding] : [];
  };
  return {
    path,
    lines,
    findings: [
      ...result.messages.flatMap((message) => read(message, undefined)),
      ...result.suppressedMessages.flatMap((message) =>
        read(message, message.suppressions.map(({ justification }) => justification).join('; ')),
      ),
    ],
  };
}

interface FileAtHand {
  readonly path: string;
  readonly lines: readonly string[];
  readonly inventory: Inventory | undefined;
  readonly reason: string | undefined;
}

const nowhere: PlaceFact = { entries: [], chain: [], decisiveLine: undefined, holds: undefined };

function readFinding(message: Linter.LintMessage, { path, lines, inventory, reason }: FileAtHand): RawFinding | undefined {
  const rule = ruleOf(message);
  const docs = rule === undefined ? undefined : (plugin.rules[rule]?.meta?.docs as ReviewedRuleDocs | undefined);
  if (rule === undefined || !docs) return undefined;
  const place = inventory?.placeAt(message.line, message.column - 1) ?? nowhere;
  const code = lines[message.line - 1]?.trim() ?? '';
  return {
    rule,
    severity: message.severity === 2 ? 'error' : 'warning',
    path,
    line: message.line,
    column: message.column,
    message: message.message,
    subject: /`([^`]+)`/.exec(message.message)?.[1] ?? code,
    code,
    frames: framesOf(lines, message.line, place.decisiveLine),
    chain: place.chain,
    concern: docs.concern,
    row: concernOfRule(rule, place.holds),
    movesTo: docs.movesTo,
    page: docs.url,
    entries: place.entries,
    reason,
  };
}

/** The name of a rule of this plugin, without the plugin's. */
export function ruleOf({ ruleId }: Linter.LintMessage): string | undefined {
  return ruleId?.startsWith('stateless/') ? ruleId.slice('stateless/'.length) : undefined;
}

/** The code around the lines; one frame for lines that stand near each other. */
function framesOf(lines: readonly string[], line: number, decisive: number | undefined): CodeFrame[] {
  if (decisive === undefined || decisive === line) return [frameAt(lines, [line])];
  const both = [line, decisive].sort((a, b) => a - b);
  return both[1]! - both[0]! <= 2 * around + 2 ? [frameAt(lines, both)] : [frameAt(lines, [line]), frameAt(lines, [decisive])];
}

function frameAt(lines: readonly string[], marked: readonly number[]): CodeFrame {
  const firstLine = Math.max(1, marked[0]! - around);
  const shown = lines.slice(firstLine - 1, marked.at(-1)! + around);
  return { firstLine, marked, lines: shown.map((text) => (text.length > longestLine ? `${text.slice(0, longestLine - 1)}…` : text)) };
}

/** ESLint also calls malformed or outdated comments (`eslint-env`) fatal, and yet runs the rules. */
export function isParseError(message: Linter.LintMessage): boolean {
  return message.fatal === true && message.message.startsWith(parseErrorPrefix);
}

function describeParseError(message: Linter.LintMessage, path: string): UnreadableFile {
  const [firstLine = ''] = message.message.slice(parseErrorPrefix.length).split('\n');
  return { path, line: message.line, column: message.column, reason: `does not parse: ${firstLine.trim()}` };
}
