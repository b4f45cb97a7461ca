import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { ConditionalCheckFailedException, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSHandler, SQSRecord } from 'aws-lambda';
import { moveParcel } from './parcels';

const processor = new BatchProcessor(EventType.SQS);
const ddb = new DynamoDBClient({});

const handleScan = async (record: SQSRecord): Promise<void> => {
  try {
    await ddb.send(new PutItemCommand({ TableName: process.env.SCANS, Item: { id: { S: record.messageId } }, ConditionExpression: 'attribute_not_exists(id)' }));
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return;
    throw error;
  }
  await moveParcel(JSON.parse(record.body));
};

export const handler: SQSHandler = async (event, context) => processPartialResponse(event, handleScan, processor, { context });
