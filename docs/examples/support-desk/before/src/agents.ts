import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });

export async function signIn(email: string, password: string): Promise<{ id: string } | undefined> {
  const { rows } = await pool.query('SELECT id FROM agents WHERE email = $1 AND password = crypt($2, password)', [email, password]);
  return rows[0];
}
