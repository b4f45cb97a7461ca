import type { SQSEvent } from 'aws-lambda';
import { emitMetrics, emitReceipt } from './outbound';

export const handler = async (event: SQSEvent) => {
  for (const record of event.Records) {
    const order = JSON.parse(record.body);
    emitReceipt(order.id, order.email).catch(() => undefined); // flag: no-memory-timer
  }
  return {};
};
