import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Pool } from 'pg';
import { complete } from '../outside/assistant';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const LIMIT = 5;

/** Adds and compares in one statement. A row of a past month is for a scheduled DELETE. */
async function spend(account: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO quotas (account, month, spent) VALUES ($1, to_char(now(), 'YYYY-MM'), 1)
     ON CONFLICT (account, month) DO UPDATE SET spent = quotas.spent + 1 WHERE quotas.spent < $2`,
    [account, LIMIT],
  );
  return rowCount === 1;
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { account, prompt } = JSON.parse(event.body ?? '{}');
  if (!(await spend(account))) return { statusCode: 429, body: 'the quota of this month is used up' };
  return { statusCode: 200, body: await complete(prompt) };
};
