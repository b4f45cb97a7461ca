import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { holdSeat, releaseHold, type Hold } from '../outside/seats';

const HOLD_MS = Number(process.env.HOLD_MS ?? 15 * 60_000);

export const hold: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, seat } = JSON.parse(event.body ?? '{}') as Hold;
  await holdSeat({ id, seat });
  setTimeout(async () => {
    await releaseHold(id);
  }, HOLD_MS);
  return { statusCode: 201, body: JSON.stringify({ id }) };
};
