import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Pool } from 'pg';
import { holdSeat, releaseHold, type Hold } from '../outside/seats';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const HOLD_MS = Number(process.env.HOLD_MS ?? 15 * 60_000);

/** The end is written first: a hold without an end would stay. */
export const hold: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, seat } = JSON.parse(event.body ?? '{}') as Hold;
  await pool.query(
    `INSERT INTO holds (id, held_until) VALUES ($1, now() + $2 * interval '1 millisecond') ON CONFLICT DO NOTHING`,
    [id, HOLD_MS],
  );
  await holdSeat({ id, seat });
  return { statusCode: 201, body: JSON.stringify({ id }) };
};

/** The platform's scheduler runs this every minute. The row goes last, so the next run makes up for one that is killed. */
export const releaseDue = async (): Promise<void> => {
  const { rows } = await pool.query('SELECT id FROM holds WHERE held_until <= now() ORDER BY held_until LIMIT 100');
  for (const { id } of rows) {
    await releaseHold(id);
    await pool.query('DELETE FROM holds WHERE id = $1', [id]);
  }
};
