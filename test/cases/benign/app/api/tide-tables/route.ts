import { emitTelemetryEvent } from '@/lib/telemetry';
import { redis } from '@/lib/redis';
import { loadTable } from '@/lib/tides';

const recent = new Map<string, { table: unknown; at: number }>();

function touch(key: string): void {
  const entry = recent.get(key);
  if (entry === undefined) return;
  recent.delete(key);
  recent.set(key, entry);
}

async function refresh(key: string): Promise<unknown> {
  const table = await loadTable(key);
  recent.set(key, { table, at: Date.now() });
  if (recent.size > 50) recent.delete(recent.keys().next().value!);
  redis.set(key, JSON.stringify(table), 3600).catch((error: unknown) => console.error(key, error));
  return table;
}

export async function GET(request: Request): Promise<Response> {
  const key = `table:${new URL(request.url).searchParams.get('quay')}`;
  void emitTelemetryEvent({ type: 'table_asked', key }).catch(() => {});
  const near = recent.get(key);
  if (near && Date.now() - near.at < 30_000) {
    touch(key);
    return Response.json(near.table);
  }
  const known = await redis.get(key);
  if (known) return Response.json(JSON.parse(known));
  return Response.json(await refresh(key));
}
