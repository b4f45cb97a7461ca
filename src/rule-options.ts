/**
 * Which options does each rule take? Written down a second time, for typed config files: the types of the rules themselves lead to
 * packages that a user does not have.
 */
export interface RuleOptions {
  readonly 'no-log-progress': [];
  readonly 'no-memory-cache': [{ strict?: boolean }];
  readonly 'no-memory-checkpoint': [];
  readonly 'no-memory-counter': [{ strict?: boolean }];
  readonly 'no-memory-dedup': [];
  readonly 'no-memory-lock': [];
  readonly 'no-memory-progress': [];
  readonly 'no-memory-queue': [];
  readonly 'no-memory-record': [{ strict?: boolean }];
  readonly 'no-memory-retry': [];
  readonly 'no-memory-store': [{ strict?: boolean }];
  readonly 'no-memory-timer': [];
  readonly 'no-module-state': [{ strict?: boolean }];
  readonly 'no-request-leak': [{ strict?: boolean }];
  readonly 'no-tmp-storage': [{ strict?: boolean }];
}

export type RuleName = keyof RuleOptions;
