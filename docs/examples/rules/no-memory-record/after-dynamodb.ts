import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.ORDERS_TABLE;

/** The caller makes the id. A repeated request is the same put; a stranger's order is not overwritten. */
export const place: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, item } = JSON.parse(event.body ?? '{}') as { id: string; item: string };
  try {
    await ddb.send(
      new PutCommand({
        TableName,
        Item: { id, item },
        ConditionExpression: 'attribute_not_exists(id) OR #item = :item',
        ExpressionAttributeNames: { '#item': 'item' },
        ExpressionAttributeValues: { ':item': item },
      }),
    );
    return { statusCode: 201, body: JSON.stringify({ id, item }) };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { statusCode: 409, body: 'another order has this id' };
    throw error;
  }
};

export const show: APIGatewayProxyHandlerV2 = async (event) => {
  const { Item } = await ddb.send(new GetCommand({ TableName, Key: { id: event.pathParameters!.id }, ConsistentRead: true }));
  return Item ? { statusCode: 200, body: JSON.stringify(Item) } : { statusCode: 404, body: 'unknown order' };
};
