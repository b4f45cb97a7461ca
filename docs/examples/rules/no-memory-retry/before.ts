import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { deliverToPartner, park } from '../outside/partner';

const LIMIT = 3;
const attempts = new Map<string, number>();

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    const attempt = (attempts.get(record.messageId) ?? 0) + 1;
    attempts.set(record.messageId, attempt);
    try {
      await deliverToPartner(JSON.parse(record.body));
      attempts.delete(record.messageId);
    } catch {
      if (attempt < LIMIT) batchItemFailures.push({ itemIdentifier: record.messageId });
      else await park(record.messageId, record.body);
    }
  }
  return { batchItemFailures };
};
