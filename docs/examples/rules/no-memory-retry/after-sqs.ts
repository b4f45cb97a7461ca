import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { deliverToPartner, park } from '../outside/partner';

const LIMIT = 3;

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    const attempt = Number(record.attributes.ApproximateReceiveCount);
    if (attempt > LIMIT) {
      // An attempt that took the process along could not park it.
      await park(record.messageId, record.body);
      continue;
    }
    try {
      await deliverToPartner(JSON.parse(record.body), { idempotencyKey: record.messageId });
    } catch {
      if (attempt < LIMIT) batchItemFailures.push({ itemIdentifier: record.messageId });
      else await park(record.messageId, record.body);
    }
  }
  return { batchItemFailures };
};
