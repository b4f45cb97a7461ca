// Where a scenario plays: one example, instances of it, the stores and the world around them.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { DynamoDB } from './dynamodb.js';
import { startInstance, type Instance } from './platform.js';
import type { Postgres } from './postgres.js';
import { examples } from './proof.js';
import { REDIS_URL } from './redis.js';
import { World } from './world.js';

/** The services that the examples call. Each is told its address in `<NAME>_URL`. */
const SERVICES = [
  'payments',
  'ledger',
  'warehouse',
  'billing',
  'archive',
  'partner',
  'assistant',
  'audit',
  'profiles',
  'orders',
  'seats',
  'reports',
  'shipping',
];

export interface Stores {
  readonly postgres: Postgres;
  readonly dynamodb: DynamoDB;
}

export interface Stage extends Stores {
  readonly world: World;
  /** `before.ts` or one of the others, for what is read from where the example has stored it. */
  readonly file: string;
  /** Part of every key that a scenario uses, so that none meets another's. */
  readonly id: string;
  /** A fresh instance. */
  start(environment?: Readonly<Record<string, string>>): Promise<Instance>;
}

export interface Scenario {
  readonly name: string;
  /** Whether `before` breaks the invariant here. Where it does not, the scenario is there for the others. */
  readonly breaks: boolean;
  /** What went wrong; empty where the invariant held. */
  run(stage: Stage): Promise<string[]>;
}

/** How the invariant of a rule is tried. */
export interface Trial {
  /** DynamoDB's tables: the variable that names each, and its keys. */
  readonly tables?: Readonly<Record<string, readonly [key: string, sortKey?: string]>>;
  readonly scenarios: readonly Scenario[];
}

/** Makes the tables of a rule. */
export async function prepare(rule: string, { tables = {} }: Trial, { postgres, dynamodb }: Stores): Promise<void> {
  const schema = path.join(examples, rule, 'schema.sql');
  if (existsSync(schema)) await postgres.query(readFileSync(schema, 'utf8'));
  for (const [variable, keys] of Object.entries(tables)) await dynamodb.createTable(tableName(rule, variable), ...keys);
}

export function tableName(rule: string, variable: string): string {
  return `${rule}.${variable}`;
}

/** Plays a scenario, and ends all that it has started. */
export async function play(
  scenario: Scenario,
  example: { rule: string; file: string; code: string; trial: Trial; id: string },
  stores: Stores,
): Promise<string[]> {
  const world = await World.start();
  const instances: Instance[] = [];
  const start = async (environment: Readonly<Record<string, string>> = {}): Promise<Instance> => {
    const name = `instance-${instances.length + 1}`;
    const instance = await startInstance(name, example.code, {
      ...stores.dynamodb.environment,
      DATABASE_URL: stores.postgres.url,
      ...(REDIS_URL !== undefined && { REDIS_URL }),
      ...Object.fromEntries(Object.keys(example.trial.tables ?? {}).map((variable) => [variable, tableName(example.rule, variable)])),
      ...Object.fromEntries(SERVICES.map((service) => [`${service.toUpperCase()}_URL`, world.address(name, service)])),
      ...environment,
    });
    instances.push(instance);
    return instance;
  };
  try {
    return await scenario.run({ ...stores, world, file: example.file, id: example.id, start });
  } finally {
    await Promise.all(instances.map((instance) => instance.kill()));
    await world.stop();
  }
}
