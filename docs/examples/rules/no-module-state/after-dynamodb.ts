import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.SWITCHES_TABLE;
const NAME = process.env.SWITCH_NAME ?? 'maintenance';
const MAX_AGE_MS = Number(process.env.MAX_AGE_MS ?? 10_000);

let closed = false;
let fetchedAt = 0;

/** A copy in memory is fine: the table is the authority, and the copy has an age. */
async function isClosed(): Promise<boolean> {
  if (Date.now() - fetchedAt > MAX_AGE_MS) {
    const { Item } = await ddb.send(new GetCommand({ TableName, Key: { name: NAME } }));
    closed = Item?.enabled === true;
    fetchedAt = Date.now();
  }
  return closed;
}

export const switchMaintenance: APIGatewayProxyHandlerV2 = async (event) => {
  const enabled = event.requestContext.http.method === 'PUT';
  await ddb.send(new PutCommand({ TableName, Item: { name: NAME, enabled } }));
  return { statusCode: 204 };
};

export const handler: APIGatewayProxyHandlerV2 = async () => {
  if (await isClosed()) return { statusCode: 503, body: 'closed for maintenance' };
  return { statusCode: 200, body: 'welcome' };
};
