import type { APIGatewayProxyHandlerV2, SQSEvent } from 'aws-lambda';
import { Pool } from 'pg';
import { copySource, loadRows, publish } from '../outside/warehouse';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const STEPS = [copySource, loadRows, publish];

export const work = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    const { id } = JSON.parse(record.body) as { id: string };
    await pool.query('INSERT INTO jobs (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
    const { rows } = await pool.query('SELECT next_step FROM jobs WHERE id = $1', [id]);
    for (let step: number = rows[0].next_step; step < STEPS.length; step += 1) {
      await STEPS[step]!(id, { idempotencyKey: `${id}/${step}` });
      const moved = await pool.query('UPDATE jobs SET next_step = $2, updated_at = now() WHERE id = $1 AND next_step = $3', [id, step + 1, step]);
      if (moved.rowCount === 0) throw new Error(`another instance works on ${id}`);
    }
  }
};

export const status: APIGatewayProxyHandlerV2 = async (event) => {
  const { rows } = await pool.query('SELECT next_step, updated_at FROM jobs WHERE id = $1', [event.pathParameters!.id]);
  if (rows.length === 0) return { statusCode: 404, body: 'unknown job' };
  const percent = Math.round((100 * rows[0].next_step) / STEPS.length);
  return { statusCode: 200, body: JSON.stringify({ percent, updatedAt: rows[0].updated_at }) };
};
