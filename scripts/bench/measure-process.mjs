import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { median } from './measure-times.mjs';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

/** Milliseconds that importing the plugin takes in a process of its own. */
export function measureImport(times) {
  return median(Array.from({ length: times }, () => runChild('import')));
}

/** Megabytes at the peak of a process that lints the corpus with one core rule, and with all rules of this plugin beside it. */
export function measureMemory(options, times) {
  const peak = (what) => median(Array.from({ length: times }, () => runChild(what, JSON.stringify(options))));
  return { without: peak('without'), with: peak('with') };
}

function runChild(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHILD, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`a measured process failed: ${stderr.trim().split('\n').at(-1)}`);
  return Number(stdout);
}
