import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { SNSEvent } from 'aws-lambda';
import { releaseCargo } from './customs';

const dynamo = new DynamoDBClient({});

export const handler = async (event: SNSEvent): Promise<void> => {
  for (const { Sns } of event.Records) {
    const { cargo, paper } = JSON.parse(Sns.Message) as { cargo: string; paper: string };
    const { Attributes } = await dynamo.send(
      new UpdateItemCommand({ TableName: 'cargo', Key: { id: { S: cargo } }, UpdateExpression: 'ADD papers :paper', ExpressionAttributeValues: { ':paper': { SS: [paper] } }, ReturnValues: 'ALL_NEW' }),
    );
    if (Attributes?.papers?.SS?.length === 3) await releaseCargo(cargo);
  }
};
