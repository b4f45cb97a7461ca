import { measured } from '@/lib/measured';
import { sendTideWarning } from '@/lib/mail';
import { tideTable } from '@/lib/tides';

export async function GET(): Promise<Response> {
  const table = await tideTable();
  measured(() => {
    sendTideWarning(table).catch(() => {}); // flag: no-memory-timer
  });
  return Response.json(table);
}
