import type { SQSEvent } from 'aws-lambda';
import { Pool } from 'pg';
import { bookCarrier, chargeCard, notifyCustomer } from '../outside/shipping';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const STEPS = [chargeCard, bookCarrier, notifyCustomer];

async function ship(orderId: string): Promise<void> {
  await pool.query('INSERT INTO shipments (order_id) VALUES ($1) ON CONFLICT DO NOTHING', [orderId]);
  const { rows } = await pool.query('SELECT next_step FROM shipments WHERE order_id = $1', [orderId]);
  for (let step: number = rows[0].next_step; step < STEPS.length; step += 1) {
    await STEPS[step]!(orderId, { idempotencyKey: `${orderId}/${step}` });
    await pool.query('UPDATE shipments SET next_step = $2 WHERE order_id = $1 AND next_step < $2', [orderId, step + 1]);
    console.log('step done', { orderId, step });
  }
}

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    await ship(JSON.parse(record.body).orderId);
  }
};
