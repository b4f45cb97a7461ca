import { CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { openIncident } from './incidents';

const logs = new CloudWatchLogsClient({});

// The build's own log, for people to read.
export const handler = async (event: { detail: { build: { logs: { groupName: string; streamName: string } } } }) => {
  const logGroupName = event.detail.build.logs.groupName;
  const logStreamName = event.detail.build.logs.streamName;
  const tail = await logs.send(new GetLogEventsCommand({ logGroupName, logStreamName, limit: 50 }));
  await openIncident(tail.events?.map(({ message }) => message).join('\n') ?? '');
};
