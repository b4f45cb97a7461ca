import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { complete } from '../outside/assistant';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const LIMIT = 5;
const KEEP_SECONDS = 62 * 86_400;

/** The month is part of the key, the condition is the limit, and the time-to-live attribute removes what is over. */
async function spend(account: string): Promise<boolean> {
  const now = new Date();
  try {
    await ddb.send(
      new UpdateCommand({
        TableName: process.env.QUOTAS_TABLE,
        Key: { id: `${account}/${now.toISOString().slice(0, 7)}` },
        UpdateExpression: 'ADD spent :one SET expiresAt = :end',
        ConditionExpression: 'attribute_not_exists(spent) OR spent < :limit',
        ExpressionAttributeValues: { ':one': 1, ':limit': LIMIT, ':end': Math.floor(now.getTime() / 1000) + KEEP_SECONDS },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { account, prompt } = JSON.parse(event.body ?? '{}');
  if (!(await spend(account))) return { statusCode: 429, body: 'the quota of this month is used up' };
  return { statusCode: 200, body: await complete(prompt) };
};
