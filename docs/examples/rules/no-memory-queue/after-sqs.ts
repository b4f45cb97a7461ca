import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyHandlerV2, SQSEvent } from 'aws-lambda';
import { sendToAudit, type AuditEntry } from '../outside/audit';

const sqs = new SQSClient({});

/** Sends before it answers: what is accepted is in the queue. */
export const change: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, account } = JSON.parse(event.body ?? '{}') as AuditEntry;
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.AUDIT_QUEUE_URL, MessageBody: JSON.stringify({ id, account }) }));
  return { statusCode: 202, body: JSON.stringify({ id }) };
};

/** The queue makes the batches: up to BatchSize, or what has come within MaximumBatchingWindowInSeconds. */
export const relay = async (event: SQSEvent): Promise<void> => {
  await sendToAudit(event.Records.map(({ body }) => JSON.parse(body)));
};
