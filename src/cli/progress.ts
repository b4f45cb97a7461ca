import type { OutputStream } from './terminal.js';

const quietFor = 1000;
const everyMilliseconds = 100;
const clearLine = '\r\u001b[2K';

export interface Progress {
  show(done: number, total: number): void;
  clear(): void;
}

/** A line on stderr that says how far the review is, for a person who has waited for a second already. */
export function createProgress(stderr: OutputStream, now: () => number = Date.now): Progress {
  if (stderr.isTTY !== true) return { show() {}, clear() {} };
  const startedAt = now();
  let shownAt = 0;
  return {
    show(done, total) {
      const time = now();
      if (time - startedAt < quietFor || time - shownAt < everyMilliseconds) return;
      shownAt = time;
      stderr.write(`${clearLine}reviewing ${done} of ${total} files`);
    },
    clear() {
      if (shownAt > 0) stderr.write(clearLine);
    },
  };
}
