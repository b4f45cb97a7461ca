// A program that somebody has started by hand, and that runs as long as it is looked at.
import { fetchRuns } from './api';
import { startRun } from './runner';

let isLooking = false;

export function watchRuns(): void {
  setInterval(async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const run of await fetchRuns()) startRun(run).catch(() => {});
    } finally {
      isLooking = false;
    }
  }, 1000);
}
