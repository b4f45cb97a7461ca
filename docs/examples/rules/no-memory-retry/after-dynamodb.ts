import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { deliverToPartner, park } from '../outside/partner';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const LIMIT = 3;
const KEEP_SECONDS = 15 * 86_400; // longer than the queue keeps a message

/** Counted before the work, so that an attempt which ends the process counts too. */
async function countAttempt(id: string): Promise<number> {
  const { Attributes } = await ddb.send(
    new UpdateCommand({
      TableName: process.env.DELIVERIES_TABLE,
      Key: { id },
      UpdateExpression: 'ADD attempts :one SET expiresAt = :end',
      ExpressionAttributeValues: { ':one': 1, ':end': Math.floor(Date.now() / 1000) + KEEP_SECONDS },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Attributes!.attempts;
}

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    const attempt = await countAttempt(record.messageId);
    if (attempt > LIMIT) {
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
