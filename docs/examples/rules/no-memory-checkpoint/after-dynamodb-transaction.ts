import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { fetchInvoices } from '../outside/billing';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const CHECKPOINTS = process.env.CHECKPOINTS_TABLE;
const INVOICES = process.env.INVOICES_TABLE;

export const handler = async ({ source }: { source: string }): Promise<void> => {
  const { Item: checkpoint } = await ddb.send(new GetCommand({ TableName: CHECKPOINTS, Key: { source }, ConsistentRead: true }));
  const position: string = checkpoint?.position ?? '';
  const page = await fetchInvoices(source, position); // 99 invoices at most: a transaction holds 100 items
  await ddb.send(
    new TransactWriteCommand({
      TransactItems: [
        ...page.items.map((invoice) => ({ Put: { TableName: INVOICES, Item: { source, ...invoice } } })),
        {
          Update: {
            TableName: CHECKPOINTS,
            Key: { source },
            UpdateExpression: 'SET #position = :next',
            ConditionExpression: 'attribute_not_exists(#position) OR #position = :position',
            ExpressionAttributeNames: { '#position': 'position' },
            ExpressionAttributeValues: { ':next': page.nextCursor, ':position': position },
          },
        },
      ],
    }),
  );
};
