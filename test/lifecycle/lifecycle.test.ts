import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bundle } from './bundle.js';
import { startDynamoDB } from './dynamodb.js';
import { startPostgres } from './postgres.js';
import { proofs } from './proof.js';
import { REDIS_URL } from './redis.js';
import { trials } from './scenarios/index.js';
import { play, prepare, type Stores } from './stage.js';

// Processes are started and killed here; a loaded machine may take its time.
const PATIENCE_MS = 120_000;

let directory: string;
let stores: Stores;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'lifecycle-'));
  const [postgres, dynamodb] = await Promise.all([startPostgres(), startDynamoDB()]);
  stores = { postgres, dynamodb };
}, PATIENCE_MS);

afterAll(async () => {
  await Promise.all([stores.postgres.stop(), stores.dynamodb.stop()]);
  await rm(directory, { recursive: true, force: true });
});

/** What cannot run here is shown as skipped. */
const canRun = (store: string): boolean => store !== 'Redis' || REDIS_URL !== undefined;

// The rules at the same time, because they wait more than they work. The scenarios of a rule by turns: they share its tables.
describe.concurrent.each(Object.entries(trials))('%s', (rule, trial) => {
  beforeAll(() => prepare(rule, trial, stores), PATIENCE_MS);

  const { examples, invariant } = proofs[rule]!;
  const sides = [{ file: 'before.ts', store: 'the process' }, ...examples.filter(({ proof }) => proof === 'run')];

  describe.sequential.each(sides)('$file', ({ file, store }) => {
    let code: string;
    beforeAll(async () => {
      if (!canRun(store)) return;
      code = await bundle(rule, file, directory);
    }, PATIENCE_MS);

    it.runIf(canRun(store)).each(trial.scenarios.map((scenario) => [scenario.name, scenario] as const))(
      '%s',
      { timeout: PATIENCE_MS },
      async (_, scenario) => {
        const broken = await play(scenario, { rule, file, code, trial, id: randomUUID() }, stores);
        if (file === 'before.ts' && scenario.breaks) expect(broken, `before.ts no longer breaks: ${invariant}`).not.toEqual([]);
        else expect(broken, invariant).toEqual([]);
      },
    );
  });
});
