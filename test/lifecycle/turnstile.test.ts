import { afterAll, beforeAll, expect, it } from 'vitest';
import pg from 'pg';

import { startPostgres, type Postgres } from './postgres.js';

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.query('CREATE TABLE tallies (name text PRIMARY KEY, value integer NOT NULL)');
}, 120_000);
afterAll(() => postgres.stop());

async function inTransaction(work: (client: pg.PoolClient) => Promise<void>, pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await work(client);
  await client.query('COMMIT');
  client.release();
}

it('answers every connection with its own rows, and adds what each has added', { timeout: 120_000 }, async () => {
  await postgres.query("INSERT INTO tallies VALUES ('connections', 0)");
  const rounds = 25;
  const client = async (name: string): Promise<void> => {
    const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
    for (let round = 0; round < rounds; round += 1) {
      const { rows } = await pool.query('SELECT $1::integer AS round, $2::text AS name', [round, name]);
      expect(rows).toEqual([{ round, name }]);
      const { rows: prepared } = await pool.query({
        name: 'of-its-own',
        text: `SELECT '${name}' AS name, $1::integer AS round`,
        values: [round],
      });
      expect(prepared).toEqual([{ name, round }]);
      await inTransaction(async (session) => {
        const { rows: found } = await session.query("SELECT value FROM tallies WHERE name = 'connections' FOR UPDATE");
        await session.query("UPDATE tallies SET value = $1 WHERE name = 'connections'", [found[0].value + 1]);
      }, pool);
    }
    await pool.end();
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(client));
  expect(await postgres.query("SELECT value FROM tallies WHERE name = 'connections'")).toEqual([{ value: 4 * rounds }]);
});

it('rolls back what a connection had open when it broke, and lets the next one in', { timeout: 120_000 }, async () => {
  await postgres.query("INSERT INTO tallies VALUES ('broken', 0)");
  const broken = new pg.Client({ connectionString: postgres.url });
  broken.on('error', () => {});
  await broken.connect();
  await broken.query('BEGIN');
  await broken.query("UPDATE tallies SET value = 1 WHERE name = 'broken'");
  (broken as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  expect(await postgres.query("UPDATE tallies SET value = value + 10 WHERE name = 'broken' RETURNING value")).toEqual([{ value: 10 }]);
});
