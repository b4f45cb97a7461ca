import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { hoist, reportLostSignal } from './mast';

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body, attributes } of event.Records) {
    try {
      await hoist(JSON.parse(body));
    } catch (error) {
      if (Number(attributes.ApproximateReceiveCount) >= 3) await reportLostSignal(messageId, error);
      else batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
