import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });

export async function signIn(email: string, password: string): Promise<{ id: string } | undefined> {
  const { rows } = await pool.query('SELECT id FROM agents WHERE email = $1 AND password = crypt($2, password)', [email, password]);
  return rows[0];
}

export async function addAttachment(ticketId: string, name: string, path: string): Promise<{ id: string }> {
  const { rows } = await pool.query('INSERT INTO attachments (ticket_id, name, path) VALUES ($1, $2, $3) RETURNING id', [ticketId, name, path]);
  return rows[0];
}

export async function attachmentPath(id: string): Promise<string> {
  const { rows } = await pool.query('SELECT path FROM attachments WHERE id = $1', [id]);
  return rows[0].path;
}
