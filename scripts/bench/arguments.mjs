import { statSync } from 'node:fs';

export const USAGE = `usage: npm run bench -- [--sources DIR] [--files N] [--rounds N] [--seed N] [--picture FILE] [--docs]

  --sources DIR   measure the JavaScript and TypeScript files below DIR instead of a generated corpus
  --files N       of that many files at most (default 240 generated, or 400 of a folder)
  --rounds N      rounds over all files, of which each file's fastest counts (default 5)
  --seed N        seed of the generated corpus (default 1)
  --picture FILE  draw the picture there
  --docs          write the figures into docs/performance.md, and the picture beside it (not with --sources)`;

const NUMBERS = ['files', 'rounds', 'seed'];
const TEXTS = ['sources', 'picture'];

export class ArgumentError extends Error {}

/** @throws {ArgumentError} with one line that names the wrong argument */
export function readArguments(given) {
  const options = { sources: undefined, picture: undefined, files: undefined, rounds: 5, seed: 1, docs: false, help: false };
  for (let at = 0; at < given.length; at += 1) {
    const argument = given[at];
    if (argument === '--help' || argument === '-h') {
      options.help = true;
      continue;
    }
    if (argument === '--docs') {
      options.docs = true;
      continue;
    }
    const name = argument.replace(/^--/, '');
    if (!argument.startsWith('--') || !(NUMBERS.includes(name) || TEXTS.includes(name)))
      throw new ArgumentError(`unknown argument: ${argument}`);
    const value = given[(at += 1)];
    if (value === undefined || value.startsWith('--')) throw new ArgumentError(`${argument} needs a value`);
    options[name] = NUMBERS.includes(name) ? wholeNumber(argument, value) : value;
  }
  if (options.sources !== undefined && !statSync(options.sources, { throwIfNoEntry: false })?.isDirectory())
    throw new ArgumentError(`--sources: no such folder: ${options.sources}`);
  if (options.docs && options.sources !== undefined) throw new ArgumentError('--docs takes the generated corpus, not --sources');
  return options;
}

function wholeNumber(argument, value) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new ArgumentError(`${argument} needs a whole number from 1 on, got ${value}`);
  return number;
}
