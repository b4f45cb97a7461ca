import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.JOBS_TABLE!;

/** How many steps of the job are complete; undefined where nobody has begun it. */
export async function readCompletedSteps(documentId: string): Promise<number | undefined> {
  const { Item } = await ddb.send(new GetCommand({ TableName, Key: { documentId }, ConsistentRead: true }));
  return Item?.completedSteps;
}

/** Fails where another instance has moved the job on in the meantime. */
export async function saveCompletedSteps(documentId: string, completedSteps: number): Promise<void> {
  await ddb.send(
    new UpdateCommand({
      TableName,
      Key: { documentId },
      UpdateExpression: 'SET completedSteps = :completed, updatedAt = :now',
      ConditionExpression: 'attribute_not_exists(completedSteps) OR completedSteps = :previous',
      ExpressionAttributeValues: { ':completed': completedSteps, ':previous': completedSteps - 1, ':now': new Date().toISOString() },
    }),
  );
}
