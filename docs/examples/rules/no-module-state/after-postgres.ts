import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const NAME = process.env.SWITCH_NAME ?? 'maintenance';

export const switchMaintenance: APIGatewayProxyHandlerV2 = async (event) => {
  const enabled = event.requestContext.http.method === 'PUT';
  await pool.query('INSERT INTO switches (name, enabled) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET enabled = $2', [NAME, enabled]);
  return { statusCode: 204 };
};

export const handler: APIGatewayProxyHandlerV2 = async () => {
  const { rows } = await pool.query('SELECT enabled FROM switches WHERE name = $1', [NAME]);
  if (rows[0]?.enabled) return { statusCode: 503, body: 'closed for maintenance' };
  return { statusCode: 200, body: 'welcome' };
};
