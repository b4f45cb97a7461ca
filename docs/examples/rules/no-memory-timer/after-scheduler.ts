import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { holdSeat, releaseHold, type Hold } from '../outside/seats';

const scheduler = new SchedulerClient({});
const HOLD_MS = 15 * 60_000;

/** The schedule has the name of the hold, so a repeated request does not make two. */
async function scheduleRelease(id: string): Promise<void> {
  const releaseAt = new Date(Date.now() + HOLD_MS).toISOString().slice(0, 19);
  try {
    await scheduler.send(
      new CreateScheduleCommand({
        Name: `release-${id}`,
        ScheduleExpression: `at(${releaseAt})`,
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: { Arn: process.env.RELEASE_ARN, RoleArn: process.env.ROLE_ARN, Input: JSON.stringify({ id }) },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
  }
}

export const hold: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, seat } = JSON.parse(event.body ?? '{}') as Hold;
  await scheduleRelease(id);
  await holdSeat({ id, seat });
  return { statusCode: 201, body: JSON.stringify({ id }) };
};

export const release = async (event: { id: string }): Promise<void> => {
  await releaseHold(event.id);
};
