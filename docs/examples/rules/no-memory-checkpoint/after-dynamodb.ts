import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { fetchInvoices } from '../outside/billing';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const CHECKPOINTS = process.env.CHECKPOINTS_TABLE;
const INVOICES = process.env.INVOICES_TABLE;

export const handler = async ({ source }: { source: string }): Promise<void> => {
  const { Item: checkpoint } = await ddb.send(new GetCommand({ TableName: CHECKPOINTS, Key: { source }, ConsistentRead: true }));
  const position: string = checkpoint?.position ?? '';
  const page = await fetchInvoices(source, position);
  // The data first, under the ids of the source: to store it twice is to store it once.
  for (const invoice of page.items) {
    await ddb.send(new PutCommand({ TableName: INVOICES, Item: { source, ...invoice } }));
  }
  // The position last, on condition that nobody has moved it meanwhile.
  await ddb.send(
    new UpdateCommand({
      TableName: CHECKPOINTS,
      Key: { source },
      UpdateExpression: 'SET #position = :next',
      ConditionExpression: 'attribute_not_exists(#position) OR #position = :position',
      ExpressionAttributeNames: { '#position': 'position' },
      ExpressionAttributeValues: { ':next': page.nextCursor, ':position': position },
    }),
  );
};
