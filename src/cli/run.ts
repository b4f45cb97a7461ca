import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { findNearestNames } from '../nearest-name.js';
import { packageManifest } from '../package-manifest.js';
import { asOneLine, ReviewError } from '../review/review.js';
import { runExplain } from './explain-command.js';
import { runReview } from './review-command.js';
import { UsageError, type ExitCode, type Terminal } from './terminal.js';

const { name: program, version, homepage } = packageManifest;

const help = `Finds the state that serverless code keeps in its process, and says where it belongs.

Usage:
  ${program} review [paths…]    review files and folders (default: the working directory)
  ${program} explain <rule>     print the page of a rule

Options:
  -c, --config FILE   review with the project's own ESLint config instead of the embedded one
  -f, --format NAME   text (default), markdown, html, json, or any formatter of ESLint
  -o, --output FILE   write the report to a file; replaces an earlier report only
      --force         replace any file
  -h, --help          print this
  -v, --version       print the version

Exit codes:
  0  nothing found, or warnings only
  1  findings of severity error
  2  wrong usage, or something could not be read
`;

const options = {
  config: { type: 'string', short: 'c' },
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const reviewOptions = ['config', 'format', 'output', 'force'] as const;

/** Runs one command line. What is wrong with it, or with its input, is told in one line each on stderr. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await runCommand(args, terminal);
  } catch (error) {
    if (error instanceof ReviewError) {
      terminal.stderr.write(error.lines.map((line) => `${program}: ${line}\n`).join(''));
    } else if (error instanceof UsageError) {
      terminal.stderr.write(`${program}: ${error.message}\n`);
    } else {
      terminal.stderr.write(`${program}: unexpected error: ${asOneLine(error)} (please report it: ${homepage}/issues)\n`);
      if (terminal.env['DEBUG']) throw error;
    }
    return 2;
  }
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args);
  const [command, ...operands] = positionals;
  if (values.help) {
    terminal.stdout.write(help);
    return 0;
  }
  if (values.version) {
    terminal.stdout.write(`${version}\n`);
    return 0;
  }
  switch (command) {
    case undefined:
      terminal.stderr.write(help);
      return 2;
    case 'review':
      if (values.force && values.output === undefined) throw new UsageError('review: --force needs --output');
      return runReview({ ...values, paths: operands }, terminal);
    case 'explain': {
      const [rule, ...more] = operands;
      if (rule === undefined) throw new UsageError('explain: name a rule, such as no-memory-dedup');
      if (more.length > 0) throw new UsageError(`explain: one rule at a time, got ${operands.length}`);
      const option = reviewOptions.find((name) => values[name] !== undefined);
      if (option !== undefined) throw new UsageError(`explain: takes no --${option}`);
      return runExplain(rule, terminal);
    }
    default:
      throw new UsageError(`unknown command "${command}"${suggestCommand(command, terminal.cwd)} (--help shows the usage)`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ');
    const written = /'--([\w-]+)/.exec(sentence)?.[1];
    const [nearest] = written === undefined ? [] : findNearestNames(written, Object.keys(options), 1);
    const isUnknown = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new UsageError(
      isUnknown && nearest !== undefined ? `${sentence}, did you mean --${nearest}?` : `${sentence} (--help shows the usage)`,
    );
  }
}

function suggestCommand(command: string, cwd: string): string {
  if (existsSync(path.resolve(cwd, command))) return `, did you mean "review ${command}"?`;
  const [nearest] = findNearestNames(command, ['review', 'explain'], 1);
  return nearest === undefined ? '' : `, did you mean "${nearest}"?`;
}
