import { app, type InvocationContext, type Timer } from '@azure/functions';
import { DefaultAzureCredential } from '@azure/identity';
import { LogsQueryClient } from '@azure/monitor-query';
import { forward, readingsAfter } from './readings';

const client = new LogsQueryClient(new DefaultAzureCredential());
const QUERY = 'traces | where message startswith "forwarded up to" | top 1 by timestamp desc | project message';

async function forwardedUpTo(): Promise<string> {
  const result = await client.queryWorkspace(process.env.WORKSPACE_ID!, QUERY, { duration: 'P1D' }); // flag: no-log-progress
  const message = 'tables' in result ? String(result.tables[0].rows[0]?.[0] ?? '') : '';
  return message.replace('forwarded up to ', '');
}

app.timer('forwardReadings', {
  schedule: '0 */15 * * * *',
  handler: async (_timer: Timer, context: InvocationContext): Promise<void> => {
    for (const reading of await readingsAfter(await forwardedUpTo())) {
      await forward(reading);
      context.log(`forwarded up to ${reading.id}`); // flag: no-log-progress
    }
  },
});
