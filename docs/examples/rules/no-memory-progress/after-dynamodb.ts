import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyHandlerV2, SQSEvent } from 'aws-lambda';
import { copySource, loadRows, publish } from '../outside/warehouse';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.JOBS_TABLE;
const STEPS = [copySource, loadRows, publish];

async function nextStep(id: string): Promise<number | undefined> {
  const { Item: job } = await ddb.send(new GetCommand({ TableName, Key: { id }, ConsistentRead: true }));
  return job?.nextStep;
}

/** Fails where another instance has moved the job on. */
async function moveOn(id: string, from: number): Promise<void> {
  await ddb.send(
    new UpdateCommand({
      TableName,
      Key: { id },
      UpdateExpression: 'SET nextStep = :next, updatedAt = :now',
      ConditionExpression: 'attribute_not_exists(nextStep) OR nextStep = :from',
      ExpressionAttributeValues: { ':next': from + 1, ':from': from, ':now': new Date().toISOString() },
    }),
  );
}

export const work = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    const { id } = JSON.parse(record.body) as { id: string };
    for (let step = (await nextStep(id)) ?? 0; step < STEPS.length; step += 1) {
      await STEPS[step]!(id, { idempotencyKey: `${id}/${step}` });
      await moveOn(id, step);
    }
  }
};

export const status: APIGatewayProxyHandlerV2 = async (event) => {
  const step = await nextStep(event.pathParameters!.id!);
  if (step === undefined) return { statusCode: 404, body: 'unknown job' };
  return { statusCode: 200, body: JSON.stringify({ percent: Math.round((100 * step) / STEPS.length) }) };
};
