import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBDocumentClient, paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyHandlerV2, EventBridgeEvent } from 'aws-lambda';
import { postToPartner } from './partner';

const logger = new Logger();
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const requestExport: APIGatewayProxyHandlerV2 = async (event) => {
  const Item = { id: event.requestContext.requestId, status: 'requested', partner: event.pathParameters?.partner };
  await client.send(new PutCommand({ TableName: process.env.EXPORTS, Item }));
  return { statusCode: 202, body: JSON.stringify({ id: Item.id }) };
};

export const runExport = async (event: EventBridgeEvent<'ExportRequested', { partner: string }>): Promise<void> => {
  for await (const page of paginateScan({ client }, { TableName: process.env.PRODUCTS! })) {
    await postToPartner(event.detail.partner, page.Items ?? []);
    logger.info('page exported', { lastEvaluatedKey: page.LastEvaluatedKey }); // flag: no-log-progress
  }
};
