import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyHandlerV2, SQSEvent } from 'aws-lambda';
import { holdSeat, releaseHold, type Hold } from '../outside/seats';

const sqs = new SQSClient({});
const HOLD_SECONDS = 15 * 60; // a message cannot be delayed for longer

export const hold: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, seat } = JSON.parse(event.body ?? '{}') as Hold;
  await sqs.send(
    new SendMessageCommand({ QueueUrl: process.env.RELEASE_QUEUE_URL, MessageBody: JSON.stringify({ id }), DelaySeconds: HOLD_SECONDS }),
  );
  await holdSeat({ id, seat });
  return { statusCode: 201, body: JSON.stringify({ id }) };
};

export const release = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    await releaseHold(JSON.parse(record.body).id);
  }
};
