import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Pool, type PoolClient } from 'pg';
import { sendToAudit, type AuditEntry } from '../outside/audit';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });

async function inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** The change and the message about it: both or neither. */
export const change: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, account } = JSON.parse(event.body ?? '{}') as AuditEntry;
  await inTransaction(async (client) => {
    const changed = await client.query('INSERT INTO account_changes (id, account) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, account]);
    if (changed.rowCount === 1) await client.query('INSERT INTO outbox (entry) VALUES ($1)', [{ id, account }]);
  });
  return { statusCode: 202, body: JSON.stringify({ id }) };
};

/** Runs every minute, and sends at least once: what was sent and not yet deleted is sent again. */
export const relay = async (): Promise<void> => {
  await inTransaction(async (client) => {
    const { rows } = await client.query('SELECT position, entry FROM outbox ORDER BY position LIMIT 100 FOR UPDATE SKIP LOCKED');
    if (rows.length === 0) return;
    await sendToAudit(rows.map(({ entry }) => entry));
    await client.query('DELETE FROM outbox WHERE position = ANY ($1)', [rows.map(({ position }) => position)]);
  });
};
