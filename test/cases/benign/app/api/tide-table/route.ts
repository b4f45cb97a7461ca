import { deferAfterResponse } from '@/lib/after';
import { redisSet } from '@/lib/redis';
import { tideTable } from '@/lib/tides';

export async function GET(): Promise<Response> {
  const table = await tideTable();
  deferAfterResponse(() => {
    redisSet('tides', table, 3600).catch(() => {});
  });
  return Response.json(table);
}
