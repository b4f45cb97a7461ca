import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });

export async function findCoupon(code: string): Promise<{ percent: number } | undefined> {
  const { rows } = await pool.query('SELECT percent FROM coupons WHERE code = $1 AND valid_until > now()', [code]);
  return rows[0];
}
