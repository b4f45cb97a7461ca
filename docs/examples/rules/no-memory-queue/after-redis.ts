import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Redis } from 'ioredis';
import { sendToAudit, type AuditEntry } from '../outside/audit';

const redis = new Redis(process.env.REDIS_URL!);
const STREAM = process.env.AUDIT_STREAM ?? 'audit';
const GROUP = 'relay';
const ABANDONED_MS = Number(process.env.ABANDONED_MS ?? 120_000); // longer than the relay may run

export const change: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, account } = JSON.parse(event.body ?? '{}') as AuditEntry;
  await redis.xadd(STREAM, '*', 'entry', JSON.stringify({ id, account }));
  return { statusCode: 202, body: JSON.stringify({ id }) };
};

type StreamEntry = [position: string, fields: string[]];

async function forward(entries: StreamEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sendToAudit(entries.map(([, [, entry]]) => JSON.parse(entry!)));
  const positions = entries.map(([position]) => position);
  await redis.multi().xack(STREAM, GROUP, ...positions).xdel(STREAM, ...positions).exec();
}

/** Runs every minute, and sends at least once: what another relay took and never acknowledged is taken over. */
export const relay = async (): Promise<void> => {
  await redis.xgroup('CREATE', STREAM, GROUP, '0', 'MKSTREAM').catch((error: Error) => {
    if (!error.message.startsWith('BUSYGROUP')) throw error;
  });
  const [, abandoned] = (await redis.xautoclaim(STREAM, GROUP, 'relay', ABANDONED_MS, '0', 'COUNT', 100)) as [string, StreamEntry[]];
  await forward(abandoned);
  const fresh = (await redis.xreadgroup('GROUP', GROUP, 'relay', 'COUNT', 100, 'STREAMS', STREAM, '>')) as [string, StreamEntry[]][] | null;
  await forward(fresh?.[0]?.[1] ?? []);
};
