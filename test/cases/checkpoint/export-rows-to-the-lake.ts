import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { ScheduledHandler } from 'aws-lambda';
import { exportRows } from './lake';

const offset = new SSMClient({});
const Name = '/exports/offset';

export const handler: ScheduledHandler = async () => {
  const { Parameter } = await offset.send(new GetParameterCommand({ Name }));
  const from = Number(Parameter?.Value ?? 0);
  const exported = await exportRows(from, 1_000);
  if (exported > 0) {
    await offset.send(new PutParameterCommand({ Name, Value: String(from + exported), Overwrite: true, Type: 'String' }));
  }
};
