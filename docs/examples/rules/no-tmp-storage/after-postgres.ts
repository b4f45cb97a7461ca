import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Pool } from 'pg';
import { renderReport } from '../outside/reports';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });

export const create: APIGatewayProxyHandlerV2 = async (event) => {
  const { month } = JSON.parse(event.body ?? '{}') as { month: string };
  await pool.query('INSERT INTO reports (month, content) VALUES ($1, $2) ON CONFLICT (month) DO UPDATE SET content = $2', [
    month,
    Buffer.from(await renderReport(month)),
  ]);
  return { statusCode: 201, body: JSON.stringify({ month }) };
};

export const download: APIGatewayProxyHandlerV2 = async (event) => {
  const { rows } = await pool.query<{ content: Buffer }>('SELECT content FROM reports WHERE month = $1', [event.pathParameters!.month]);
  return rows[0] ? { statusCode: 200, body: rows[0].content.toString() } : { statusCode: 404, body: 'no such report' };
};
