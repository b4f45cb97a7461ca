import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { Pool } from 'pg';
import { chargeCard, type Order } from '../outside/payments';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const LEASE_MS = Number(process.env.LEASE_MS ?? 120_000); // longer than the function may run

/** True for the one invocation that is to do the work, false where it is done. */
async function claim(id: string): Promise<boolean> {
  const claimed = await pool.query(
    `INSERT INTO claims (id, lease_until) VALUES ($1, now() + $2 * interval '1 millisecond')
     ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until
       WHERE NOT claims.done AND claims.lease_until < now()`,
    [id, LEASE_MS],
  );
  if (claimed.rowCount === 1) return true;
  const { rows } = await pool.query('SELECT done FROM claims WHERE id = $1', [id]);
  if (rows[0]?.done) return false;
  throw new Error(`${id} is being handled elsewhere`);
}

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    try {
      const order = JSON.parse(record.body) as Order;
      if (await claim(order.id)) {
        await chargeCard(order, { idempotencyKey: order.id });
        await pool.query('UPDATE claims SET done = true WHERE id = $1', [order.id]);
      }
    } catch (error) {
      console.error('will be delivered again', error);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};
