import { Pool } from 'pg';

export interface Order {
  id: string;
  email: string;
  lines: { sku: string; cents: number }[];
}

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });

export async function readLastNumber(): Promise<number> {
  const { rows } = await pool.query('SELECT coalesce(max(number), 1000)::int AS number FROM invoices');
  return rows[0].number;
}

export async function insertInvoice(number: number, order: Order): Promise<void> {
  await pool.query('INSERT INTO invoices (number, order_id, body) VALUES ($1, $2, $3)', [number, order.id, order]);
}
