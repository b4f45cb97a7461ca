import { Pool } from 'pg';
import { fetchInvoices } from '../outside/billing';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });

export const handler = async ({ source }: { source: string }): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('INSERT INTO checkpoints (source) VALUES ($1) ON CONFLICT DO NOTHING', [source]);
    // One poller at a time: the others wait here, and then read the new position.
    const { rows } = await client.query('SELECT cursor FROM checkpoints WHERE source = $1 FOR UPDATE', [source]);
    const page = await fetchInvoices(source, rows[0].cursor);
    for (const { id, cents } of page.items) {
      await client.query('INSERT INTO invoices (source, id, cents) VALUES ($1, $2, $3)', [source, id, cents]);
    }
    await client.query('UPDATE checkpoints SET cursor = $2 WHERE source = $1', [source, page.nextCursor]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
};
