import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { listDuePayouts, payOut } from '../outside/ledger';

const redis = new Redis(process.env.REDIS_URL!);
const LEASE_MS = Number(process.env.LEASE_MS ?? 16 * 60_000); // longer than the function may run

/** The lease and the token in one step. The token has no expiry: it must keep growing. */
const ACQUIRE = `
  if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return redis.call('incr', KEYS[2]) end
  return false`;

/** Only the owner gives the lease back. */
const RELEASE = `
  if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
  return 0`;

export const handler = async (event: { account: string }): Promise<void> => {
  const [lease, token] = [`lease:{payouts/${event.account}}`, `fence:{payouts/${event.account}}`];
  const owner = randomUUID();
  const fence = (await redis.eval(ACQUIRE, 2, lease, token, owner, LEASE_MS)) as number | null;
  if (fence === null) return;
  try {
    for (const payout of await listDuePayouts(fence)) {
      await payOut(payout, fence);
    }
  } finally {
    await redis.eval(RELEASE, 1, lease, owner);
  }
};
