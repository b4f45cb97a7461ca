import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import { generateServices } from './services.mjs';

const MOST_BYTES = 2_000_000;

/** The files that are measured: generated, or an even sample of those below a folder. */
export function collectCorpus({ sources, files, seed }) {
  if (sources === undefined) return generateServices({ seed, count: files ?? 240 });
  const found = [];
  walk(sources, found);
  const step = Math.max(1, found.length / (files ?? 400));
  const chosen = [];
  for (let at = 0; at < found.length; at += step) chosen.push(found[Math.floor(at)]);
  return chosen.map((path) => ({ name: relative(sources, path), text: readFileSync(path, 'utf8') }));
}

function walk(folder, found) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== '.git') walk(path, found);
    } else if (/\.[cm]?[jt]sx?$/.test(entry.name) && !/\.d\.[cm]?ts$/.test(entry.name) && statSync(path).size < MOST_BYTES) {
      found.push(path);
    }
  }
}

export function countLines(files) {
  return files.reduce((sum, { text }) => sum + text.split('\n').length, 0);
}
