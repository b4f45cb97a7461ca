import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { hoist, reportLostSignal } from './mast';

const failedSignals: string[] = []; // flag: no-memory-retry

function isHopeless(id: string): boolean {
  failedSignals.push(id);
  return failedSignals.filter((failed) => failed === id).length >= 3;
}

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      await hoist(JSON.parse(body));
    } catch (error) {
      if (isHopeless(messageId)) await reportLostSignal(messageId, error);
      else batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
