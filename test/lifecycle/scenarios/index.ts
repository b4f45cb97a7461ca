import type { Trial } from '../stage.js';
import noLogProgress from './no-log-progress.js';
import noMemoryCache from './no-memory-cache.js';
import noMemoryCheckpoint from './no-memory-checkpoint.js';
import noMemoryCounter from './no-memory-counter.js';
import noMemoryDedup from './no-memory-dedup.js';
import noMemoryLock from './no-memory-lock.js';
import noMemoryProgress from './no-memory-progress.js';
import noMemoryQueue from './no-memory-queue.js';
import noMemoryRecord from './no-memory-record.js';
import noMemoryRetry from './no-memory-retry.js';
import noMemoryStore from './no-memory-store.js';
import noMemoryTimer from './no-memory-timer.js';
import noModuleState from './no-module-state.js';
import noRequestLeak from './no-request-leak.js';
import noTmpStorage from './no-tmp-storage.js';

/** How the invariant of each rule is tried. */
export const trials: Readonly<Record<string, Trial>> = {
  'no-log-progress': noLogProgress,
  'no-memory-cache': noMemoryCache,
  'no-memory-checkpoint': noMemoryCheckpoint,
  'no-memory-counter': noMemoryCounter,
  'no-memory-dedup': noMemoryDedup,
  'no-memory-lock': noMemoryLock,
  'no-memory-progress': noMemoryProgress,
  'no-memory-queue': noMemoryQueue,
  'no-memory-record': noMemoryRecord,
  'no-memory-retry': noMemoryRetry,
  'no-memory-store': noMemoryStore,
  'no-memory-timer': noMemoryTimer,
  'no-module-state': noModuleState,
  'no-request-leak': noRequestLeak,
  'no-tmp-storage': noTmpStorage,
};
