import type { S3Event } from 'aws-lambda';
import { SendMessageBatchCommand, SQSClient, type SendMessageBatchRequestEntry } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

function* chunks<T>(items: T[], size: number): Generator<T[]> {
  const rest = [...items];
  while (rest.length > 0) yield rest.splice(0, size);
}

export const handler = async (event: S3Event): Promise<void> => {
  const pending: SendMessageBatchRequestEntry[] = [];
  for (const [index, { s3 }] of event.Records.entries()) {
    pending.push({ Id: String(index), MessageBody: JSON.stringify({ key: s3.object.key }) });
  }
  for (const Entries of chunks(pending, 10)) {
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: process.env.QUEUE_URL, Entries }));
  }
};
