import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { chargeCard, type Order } from '../outside/payments';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.CLAIMS_TABLE;
const LEASE_MS = Number(process.env.LEASE_MS ?? 120_000); // longer than the function may run
const KEEP_SECONDS = 15 * 86_400; // longer than the queue keeps a message

/** True for the one invocation that is to do the work, false where it is done. */
async function claim(id: string): Promise<boolean> {
  const now = Date.now();
  try {
    await ddb.send(
      new PutCommand({
        TableName,
        Item: { id, done: false, leaseUntil: now + LEASE_MS, expiresAt: Math.floor(now / 1000) + KEEP_SECONDS },
        ConditionExpression: 'attribute_not_exists(id) OR (done = :false AND leaseUntil < :now)',
        ExpressionAttributeValues: { ':false': false, ':now': now },
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { Item } = await ddb.send(new GetCommand({ TableName, Key: { id }, ConsistentRead: true }));
    if (Item?.done) return false;
    throw new Error(`${id} is being handled elsewhere`);
  }
}

async function finish(id: string): Promise<void> {
  await ddb.send(
    new UpdateCommand({ TableName, Key: { id }, UpdateExpression: 'SET done = :true', ExpressionAttributeValues: { ':true': true } }),
  );
}

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    try {
      const order = JSON.parse(record.body) as Order;
      if (await claim(order.id)) {
        await chargeCard(order, { idempotencyKey: order.id });
        await finish(order.id);
      }
    } catch (error) {
      console.error('will be delivered again', error);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};
