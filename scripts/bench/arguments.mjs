import { statSync } from 'node:fs';

export const USAGE = `usage: npm run bench -- [--sources DIR] [--files N] [--repeat N] [--seed N] [--picture FILE]

  --sources DIR   measure the JavaScript and TypeScript files below DIR instead of a generated corpus
  --files N       of that many files at most (default 240 generated, 400 of a folder)
  --repeat N      rounds whose median is taken (default 3)
  --seed N        seed of the generated corpus (default 1)
  --picture FILE  where the picture is written (default docs/images/bench.svg; with --sources none)`;

const NUMBERS = ['files', 'repeat', 'seed'];
const TEXTS = ['sources', 'picture'];

export class ArgumentError extends Error {}

/** @throws {ArgumentError} with one line that names the wrong argument */
export function readArguments(given) {
  const options = { sources: undefined, picture: undefined, files: undefined, repeat: 3, seed: 1, help: false };
  for (let at = 0; at < given.length; at += 1) {
    const argument = given[at];
    if (argument === '--help' || argument === '-h') {
      options.help = true;
      continue;
    }
    const name = argument.replace(/^--/, '');
    if (!argument.startsWith('--') || !(NUMBERS.includes(name) || TEXTS.includes(name))) throw new ArgumentError(`unknown argument: ${argument}`);
    const value = given[(at += 1)];
    if (value === undefined || value.startsWith('--')) throw new ArgumentError(`${argument} needs a value`);
    options[name] = NUMBERS.includes(name) ? wholeNumber(argument, value) : value;
  }
  if (options.sources !== undefined && !statSync(options.sources, { throwIfNoEntry: false })?.isDirectory()) throw new ArgumentError(`--sources: no such folder: ${options.sources}`);
  return options;
}

function wholeNumber(argument, value) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new ArgumentError(`${argument} needs a whole number from 1 on, got ${value}`);
  return number;
}
