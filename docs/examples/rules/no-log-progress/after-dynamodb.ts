import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { bookCarrier, chargeCard, notifyCustomer } from '../outside/shipping';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.SHIPMENTS_TABLE;
const STEPS = { charge: chargeCard, carrier: bookCarrier, mail: notifyCustomer };

async function ship(orderId: string): Promise<void> {
  const Key = { orderId };
  const { Item: shipment } = await ddb.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  for (const [name, run] of Object.entries(STEPS)) {
    if (shipment?.[name]) continue;
    await run(orderId, { idempotencyKey: `${orderId}/${name}` });
    await ddb.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET #step = :now',
        ExpressionAttributeNames: { '#step': name },
        ExpressionAttributeValues: { ':now': new Date().toISOString() },
      }),
    );
    console.log('step done', { orderId, step: name });
  }
}

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    await ship(JSON.parse(record.body).orderId);
  }
};
