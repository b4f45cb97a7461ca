import { betterAuth } from 'better-auth';
import { nextCookies } from 'better-auth/next-js';
import { Pool } from 'pg';

const database = new Pool({ connectionString: process.env.DATABASE_URL });
const rateLimit = { enabled: true, window: 60, max: 20 };

export const auth = betterAuth({ database, rateLimit, plugins: [nextCookies()], emailAndPassword: { enabled: true } }); // flag: no-memory-store

export async function currentUser(headers: Headers) {
  const session = await auth.api.getSession({ headers });
  return session?.user;
}

export type Session = typeof auth.$Infer.Session;
