import type { SQSEvent } from 'aws-lambda';
import { emitMetrics, emitReceipt } from './outbound';

// A lost measurement costs a point on a graph, not a receipt.
export const handler = async (event: SQSEvent) => {
  for (const record of event.Records) {
    const order = JSON.parse(record.body);
    await emitReceipt(order.id, order.email);
  }
  emitMetrics([{ name: 'receipts', value: event.Records.length }]).catch(() => undefined);
  return {};
};
