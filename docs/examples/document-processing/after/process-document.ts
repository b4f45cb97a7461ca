import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyHandlerV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readCompletedSteps, saveCompletedSteps } from './job-record';
import { extractText, indexText, notifyOwner } from './steps';

const logger = new Logger({ serviceName: 'documents' });
const STEPS = [extractText, indexText, notifyOwner];

async function processDocument(documentId: string): Promise<void> {
  const completed = (await readCompletedSteps(documentId)) ?? 0;
  for (const [index, run] of STEPS.entries()) {
    if (index < completed) continue;
    await run(documentId);
    await saveCompletedSteps(documentId, index + 1);
    logger.info('step done', { documentId, step: index + 1 });
  }
}

export const worker = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    const { documentId } = JSON.parse(record.body) as { documentId: string };
    try {
      await processDocument(documentId);
    } catch (error) {
      const attempt = Number(record.attributes.ApproximateReceiveCount);
      logger.error('document failed', { documentId, attempt, error: error as Error });
      // Comes back, and after `maxReceiveCount` deliveries the queue moves it to the dead-letter queue.
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};

export const status: APIGatewayProxyHandlerV2 = async (event) => {
  const completed = await readCompletedSteps(event.pathParameters?.documentId ?? '');
  if (completed === undefined) return { statusCode: 404, body: 'unknown document' };
  return { statusCode: 200, body: JSON.stringify({ percent: Math.round((100 * completed) / STEPS.length) }) };
};
