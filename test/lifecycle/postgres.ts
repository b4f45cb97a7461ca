import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';

import { startTurnstile } from './turnstile.js';

export interface Postgres {
  readonly url: string;
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** A database of its own: on the server of `DATABASE_URL` where there is one, embedded otherwise. */
export async function startPostgres(): Promise<Postgres> {
  const server = process.env['DATABASE_URL'];
  return server === undefined ? startEmbedded() : createOn(server);
}

async function startEmbedded(): Promise<Postgres> {
  const db = await PGlite.create();
  const socketServer = new PGLiteSocketServer({ db, port: 0, maxConnections: 100 });
  const port = new Promise<number>((resolve) => {
    socketServer.addEventListener('listening', (event) => resolve((event as CustomEvent<{ port: number }>).detail.port));
  });
  await socketServer.start();
  const turnstile = await startTurnstile(await port);
  return connectTo(`postgres://postgres@127.0.0.1:${turnstile.port}/postgres`, async () => {
    await turnstile.close();
    await socketServer.stop();
    await db.close();
  });
}

async function createOn(server: string): Promise<Postgres> {
  const name = `lifecycle_${randomUUID().replaceAll('-', '')}`;
  const administrator = new pg.Client({ connectionString: server });
  await administrator.connect();
  await administrator.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return connectTo(url.href, async () => {
    await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await administrator.end();
  });
}

function connectTo(url: string, stop: () => Promise<void>): Postgres {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // The database is dropped with the connections that are not closed yet.
  pool.on('error', () => {});
  return {
    url,
    query: async (text, values = []) => (await pool.query(text, [...values])).rows,
    stop: async () => {
      await pool.end();
      await stop();
    },
  };
}
