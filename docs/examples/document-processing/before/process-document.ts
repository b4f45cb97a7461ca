import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyHandlerV2, SQSEvent } from 'aws-lambda';
import { extractText, indexText, notifyOwner, parkDocument } from './steps';

const logger = new Logger({ serviceName: 'documents' });
const MAX_ATTEMPTS = 5;

const progress = new Map<string, { step: string; percent: number }>();
const attempts = new Map<string, number>();

async function processDocument(documentId: string): Promise<void> {
  progress.set(documentId, { step: 'extracting', percent: 0 });
  await extractText(documentId);
  logger.info('step 1 of 3 done: text extracted', { documentId });
  progress.set(documentId, { step: 'indexing', percent: 40 });
  await indexText(documentId);
  logger.info('step 2 of 3 done: text indexed', { documentId });
  progress.set(documentId, { step: 'notifying', percent: 90 });
  await notifyOwner(documentId);
  progress.set(documentId, { step: 'done', percent: 100 });
}

export const worker = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    const { documentId } = JSON.parse(record.body) as { documentId: string };
    const tried = (attempts.get(documentId) ?? 0) + 1;
    attempts.set(documentId, tried);
    if (tried > MAX_ATTEMPTS) {
      await parkDocument(documentId);
      continue;
    }
    await processDocument(documentId);
    attempts.delete(documentId);
  }
};

export const status: APIGatewayProxyHandlerV2 = async (event) => {
  const known = progress.get(event.pathParameters?.documentId ?? '');
  return known ? { statusCode: 200, body: JSON.stringify(known) } : { statusCode: 404, body: 'unknown document' };
};
