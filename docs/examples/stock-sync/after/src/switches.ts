import { TableClient } from '@azure/data-tables';

const switches = TableClient.fromConnectionString(process.env.AzureWebJobsStorage!, 'switches');

export async function isPaused(): Promise<boolean> {
  const row = await switches.getEntity<{ paused: boolean }>('sync-stock', 'switch');
  return row.paused;
}

export async function setPaused(paused: boolean): Promise<void> {
  await switches.upsertEntity({ partitionKey: 'sync-stock', rowKey: 'switch', paused });
}
