import { CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { Context } from 'aws-lambda';
import { importFrom } from './import';

const logs = new CloudWatchLogsClient({});

export const handler = async (event: unknown, context: Context) => {
  const tail = await logs.send(new GetLogEventsCommand({ logGroupName: context.logGroupName, logStreamName: context.logStreamName, limit: 50 })); // flag: no-log-progress
  await importFrom(tail.events?.at(-1)?.message ?? '0');
};
