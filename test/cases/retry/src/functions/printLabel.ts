import { app, type InvocationContext } from '@azure/functions';
import { moveToPoison, printLabel } from '../labels';

const MAX_DEQUEUES = 4;

export async function label(item: unknown, context: InvocationContext): Promise<void> {
  const { shipment } = item as { shipment: string };
  let failures = Number(context.triggerMetadata?.dequeueCount ?? 1) - 1;
  try {
    await printLabel(shipment);
  } catch (error) {
    failures += 1;
    if (failures < MAX_DEQUEUES) throw error;
    await moveToPoison(shipment, failures);
  }
}

app.storageQueue('label', { queueName: 'labels', connection: 'AzureWebJobsStorage', handler: label });
