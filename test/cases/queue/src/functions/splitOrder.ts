import { app, output, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { reserve } from '../stock';

const pickings = output.storageQueue({ queueName: 'pickings', connection: 'AzureWebJobsStorage' });

export async function splitOrder(request: HttpRequest, context: InvocationContext): Promise<HttpResponseInit> {
  const { order, lines } = (await request.json()) as { order: string; lines: { sku: string; quantity: number }[] };
  const pending: { order: string; sku: string; shelf: string }[] = [];
  for (const { sku, quantity } of lines) {
    const { shelf } = await reserve(sku, quantity);
    pending.push({ order, sku, shelf });
  }
  context.extraOutputs.set(pickings, pending);
  return { status: 202, jsonBody: { pickings: pending.length } };
}

app.http('splitOrder', { methods: ['POST'], extraOutputs: [pickings], handler: splitOrder });
