import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });

/** The caller makes the id. A repeated request finds its order, and a stranger's order is not overwritten. */
export const place: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, item } = JSON.parse(event.body ?? '{}') as { id: string; item: string };
  await pool.query('INSERT INTO orders (id, item) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, item]);
  const { rows } = await pool.query('SELECT id, item FROM orders WHERE id = $1', [id]);
  return rows[0].item === item ? { statusCode: 201, body: JSON.stringify(rows[0]) } : { statusCode: 409, body: 'another order has this id' };
};

export const show: APIGatewayProxyHandlerV2 = async (event) => {
  const { rows } = await pool.query('SELECT id, item FROM orders WHERE id = $1', [event.pathParameters!.id]);
  return rows.length === 1 ? { statusCode: 200, body: JSON.stringify(rows[0]) } : { statusCode: 404, body: 'unknown order' };
};
