import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler, SQSRecord } from 'aws-lambda';
import { charge, extend, findSubscription } from './subscriptions';

const processor = new BatchProcessor(EventType.SQS);
const logger = new Logger({ serviceName: 'subscriptions' });

const renew = async (record: SQSRecord): Promise<void> => {
  const { id } = JSON.parse(record.body) as { id: string };
  const subscription = await findSubscription(id);
  await charge(subscription);
  logger.info('step done', { id, step: 'charged' });
  await extend(subscription);
  logger.info('step done', { id, step: 'extended' });
};

export const handler: SQSHandler = async (event, context) =>
  processPartialResponse(event, renew, processor, { context });
