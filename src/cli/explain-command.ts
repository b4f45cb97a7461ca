import { readFileSync } from 'node:fs';
import path from 'node:path';

import plugin from '../index.js';
import { findNearestNames } from '../nearest-name.js';
import { packageRoot } from '../package-manifest.js';
import { renderPage } from './render-page.js';
import { choosePaint, UsageError, type ExitCode, type Terminal } from './terminal.js';

/** Prints the page of a rule, named with or without the plugin's name, from the installed package: no network is needed. */
export function runExplain(given: string, terminal: Terminal): ExitCode {
  const name = given.replace(/^(?:eslint-plugin-)?stateless\//, '');
  const known = Object.keys(plugin.rules);
  if (!known.includes(name)) throw new UsageError(`explain: no rule "${given}"; ${suggest(name, known)}`);
  const page = readFileSync(path.join(packageRoot, 'docs', 'rules', `${name}.md`), 'utf8');
  terminal.stdout.write(renderPage(page, choosePaint(terminal)));
  return 0;
}

function suggest(name: string, known: readonly string[]): string {
  const nearest = findNearestNames(name, known);
  return nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : `the rules are ${known.join(', ')}`;
}
