import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { Pool } from 'pg';
import { deliverToPartner, park } from '../outside/partner';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const LIMIT = 3;

/** Counted before the work, so that an attempt which ends the process counts too. */
async function countAttempt(id: string): Promise<number> {
  const { rows } = await pool.query(
    `INSERT INTO deliveries (id, attempts) VALUES ($1, 1)
     ON CONFLICT (id) DO UPDATE SET attempts = deliveries.attempts + 1, last_attempt_at = now()
     RETURNING attempts`,
    [id],
  );
  return rows[0].attempts;
}

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    const attempt = await countAttempt(record.messageId);
    if (attempt > LIMIT) {
      await park(record.messageId, record.body);
      continue;
    }
    try {
      await deliverToPartner(JSON.parse(record.body), { idempotencyKey: record.messageId });
    } catch {
      if (attempt < LIMIT) batchItemFailures.push({ itemIdentifier: record.messageId });
      else await park(record.messageId, record.body);
    }
  }
  return { batchItemFailures };
};
