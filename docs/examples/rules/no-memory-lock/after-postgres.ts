import { Pool } from 'pg';
import { listDuePayouts, payOut } from '../outside/ledger';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const LEASE_MS = Number(process.env.LEASE_MS ?? 16 * 60_000); // longer than the function may run

/** The fencing token, or undefined where another owner holds the lease. */
async function acquire(name: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ fence: number }>(
    `INSERT INTO leases (name, fence, held_until) VALUES ($1, 1, now() + $2 * interval '1 millisecond')
     ON CONFLICT (name) DO UPDATE SET fence = leases.fence + 1, held_until = excluded.held_until
       WHERE leases.held_until < now()
     RETURNING fence`,
    [name, LEASE_MS],
  );
  return rows[0]?.fence;
}

/** The row stays, so that the token keeps growing. An owner that was overtaken gives nothing back. */
async function release(name: string, fence: number): Promise<void> {
  await pool.query(`UPDATE leases SET held_until = '-infinity' WHERE name = $1 AND fence = $2`, [name, fence]);
}

export const handler = async (event: { account: string }): Promise<void> => {
  const name = `payouts/${event.account}`;
  const fence = await acquire(name);
  if (fence === undefined) return;
  try {
    for (const payout of await listDuePayouts(fence)) {
      await payOut(payout, fence);
    }
  } finally {
    await release(name, fence);
  }
};
