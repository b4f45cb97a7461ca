import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

/** Milliseconds that importing the plugin takes in a process of its own: the fastest of several, as other work only ever adds. */
export function measureImport(times) {
  return Math.min(...Array.from({ length: times }, () => runChild('import')));
}

/** Megabytes at the peak of a process that lints the corpus with one core rule, and with all rules of this plugin beside it. */
export function measureMemory(options, times) {
  const peaks = Array.from({ length: times }, () => ({
    without: runChild('without', JSON.stringify(options)),
    with: runChild('with', JSON.stringify(options)),
  }));
  return { without: Math.min(...peaks.map((peak) => peak.without)), with: Math.min(...peaks.map((peak) => peak.with)) };
}

function runChild(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHILD, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`a measured process failed: ${stderr.trim().split('\n').at(-1)}`);
  return Number(stdout);
}
