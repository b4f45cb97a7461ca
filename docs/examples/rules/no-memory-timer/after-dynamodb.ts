import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { holdSeat, releaseHold, type Hold } from '../outside/seats';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.HOLDS_TABLE; // partition key `hall`, sort key `due`
const HOLD_MS = Number(process.env.HOLD_MS ?? 15 * 60_000);

/** The end is written first: a hold without an end would stay. */
export const hold: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, seat } = JSON.parse(event.body ?? '{}') as Hold;
  const heldUntil = new Date(Date.now() + HOLD_MS).toISOString();
  await ddb.send(new PutCommand({ TableName, Item: { hall: 'main', due: `${heldUntil}/${id}`, id } }));
  await holdSeat({ id, seat });
  return { statusCode: 201, body: JSON.stringify({ id }) };
};

/** The platform's scheduler runs this every minute. Time-to-live deletion is no clock: it may come days late. */
export const releaseDue = async (): Promise<void> => {
  const { Items: holds = [] } = await ddb.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'hall = :hall AND due <= :now',
      ExpressionAttributeValues: { ':hall': 'main', ':now': new Date().toISOString() },
    }),
  );
  for (const { hall, due, id } of holds) {
    await releaseHold(id);
    await ddb.send(new DeleteCommand({ TableName, Key: { hall, due } }));
  }
};
