import { Pool } from 'pg';

export interface Order {
  id: string;
  email: string;
  lines: { sku: string; cents: number }[];
}

export interface Invoice {
  number: string;
  mailedAt: Date | null;
}

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });

/** The order's one invoice: opened now, or by an earlier delivery of the same message. */
export async function openInvoice(order: Order): Promise<Invoice> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const drawn = await client.query(
      `INSERT INTO counters (name, value) VALUES ('invoice', 1001)
       ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
       RETURNING value`,
    );
    const opened = await client.query(
      'INSERT INTO invoices (order_id, number, body) VALUES ($1, $2, $3) ON CONFLICT (order_id) DO NOTHING',
      [order.id, drawn.rows[0].value, order],
    );
    // Where the invoice was there already, the number goes back with the rest of the transaction.
    await client.query(opened.rowCount === 1 ? 'COMMIT' : 'ROLLBACK');
    const { rows } = await client.query('SELECT number, mailed_at FROM invoices WHERE order_id = $1', [order.id]);
    return { number: rows[0].number, mailedAt: rows[0].mailed_at };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

export async function markAsMailed(orderId: string): Promise<void> {
  await pool.query('UPDATE invoices SET mailed_at = now() WHERE order_id = $1', [orderId]);
}
