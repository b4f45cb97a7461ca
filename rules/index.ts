import { noLogProgress } from './no-log-progress.js';
import { noMemoryCache } from './no-memory-cache.js';
import { noMemoryCheckpoint } from './no-memory-checkpoint.js';
import { noMemoryCounter } from './no-memory-counter.js';
import { noMemoryDedup } from './no-memory-dedup.js';
import { noMemoryLock } from './no-memory-lock.js';
import { noMemoryProgress } from './no-memory-progress.js';
import { noMemoryQueue } from './no-memory-queue.js';
import { noMemoryRecord } from './no-memory-record.js';
import { noMemoryRetry } from './no-memory-retry.js';
import { noMemoryStore } from './no-memory-store.js';
import { noMemoryTimer } from './no-memory-timer.js';
import { noModuleState } from './no-module-state.js';
import { noRequestLeak } from './no-request-leak.js';
import { noTmpStorage } from './no-tmp-storage.js';

/** Every rule of the plugin by its name, in the order of the design's table. */
export const rules = {
  'no-memory-dedup': noMemoryDedup,
  'no-memory-lock': noMemoryLock,
  'no-memory-progress': noMemoryProgress,
  'no-memory-checkpoint': noMemoryCheckpoint,
  'no-memory-retry': noMemoryRetry,
  'no-memory-counter': noMemoryCounter,
  'no-memory-record': noMemoryRecord,
  'no-memory-queue': noMemoryQueue,
  'no-memory-cache': noMemoryCache,
  'no-request-leak': noRequestLeak,
  'no-module-state': noModuleState,
  'no-memory-timer': noMemoryTimer,
  'no-memory-store': noMemoryStore,
  'no-tmp-storage': noTmpStorage,
  'no-log-progress': noLogProgress,
} as const;

export type RuleName = keyof typeof rules;
