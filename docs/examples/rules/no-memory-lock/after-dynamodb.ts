import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { listDuePayouts, payOut } from '../outside/ledger';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.LEASES_TABLE;
const LEASE_MS = Number(process.env.LEASE_MS ?? 16 * 60_000); // longer than the function may run

/** The fencing token, or undefined where another owner holds the lease. */
async function acquire(name: string): Promise<number | undefined> {
  const now = Date.now();
  try {
    const { Attributes } = await ddb.send(
      new UpdateCommand({
        TableName,
        Key: { name },
        UpdateExpression: 'SET heldUntil = :until ADD fence :one',
        ConditionExpression: 'attribute_not_exists(heldUntil) OR heldUntil < :now',
        ExpressionAttributeValues: { ':until': now + LEASE_MS, ':now': now, ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Attributes!.fence;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** The item stays, so that the token keeps growing. An owner that was overtaken gives nothing back. */
async function release(name: string, fence: number): Promise<void> {
  try {
    await ddb.send(
      new UpdateCommand({
        TableName,
        Key: { name },
        UpdateExpression: 'SET heldUntil = :never',
        ConditionExpression: 'fence = :fence',
        ExpressionAttributeValues: { ':never': 0, ':fence': fence },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

export const handler = async (event: { account: string }): Promise<void> => {
  const name = `payouts/${event.account}`;
  const fence = await acquire(name);
  if (fence === undefined) return;
  try {
    for (const payout of await listDuePayouts(fence)) {
      await payOut(payout, fence);
    }
  } finally {
    await release(name, fence);
  }
};
