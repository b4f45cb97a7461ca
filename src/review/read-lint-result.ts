import type { ESLint, Linter } from 'eslint';

import plugin from '../index.js';
import type { Finding, ReviewedFile, UnreadableFile } from './review.js';

const parseErrorPrefix = 'Parsing error:';

interface ReviewedRuleDocs {
  readonly concern: string;
  readonly movesTo: string;
  readonly url: string;
}

/**
 * Takes the findings of this plugin out of ESLint's result. Everything else that ESLint has to say stays out: other rules named
 * in inline comments are unknown to the embedded config, and that is not the author's mistake.
 */
export function readFile(result: ESLint.LintResult, path: string): ReviewedFile | UnreadableFile {
  const parseError = result.messages.find(isParseError);
  if (parseError) return describeParseError(parseError, path);
  const lines = result.source?.split(/\r?\n/) ?? [];
  return { path, findings: result.messages.flatMap((message) => readFinding(message, lines) ?? []) };
}

function readFinding(message: Linter.LintMessage, lines: readonly string[]): Finding | undefined {
  const rule = message.ruleId?.startsWith('stateless/') ? message.ruleId.slice('stateless/'.length) : undefined;
  const docs = rule === undefined ? undefined : (plugin.rules[rule]?.meta?.docs as ReviewedRuleDocs | undefined);
  if (rule === undefined || !docs) return undefined;
  return {
    rule,
    severity: message.severity === 2 ? 'error' : 'warning',
    line: message.line,
    column: message.column,
    message: message.message,
    code: lines[message.line - 1]?.trim() ?? '',
    concern: docs.concern,
    movesTo: docs.movesTo,
    page: docs.url,
  };
}

/** ESLint also calls malformed or outdated comments (`eslint-env`) fatal, and yet runs the rules. */
function isParseError(message: Linter.LintMessage): boolean {
  return message.fatal === true && message.message.startsWith(parseErrorPrefix);
}

function describeParseError(message: Linter.LintMessage, path: string): UnreadableFile {
  const [firstLine = ''] = message.message.slice(parseErrorPrefix.length).split('\n');
  return { path, line: message.line, column: message.column, reason: `does not parse: ${firstLine.trim()}` };
}
