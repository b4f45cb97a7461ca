import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { readSeats, writeSeats } from './flights';

const seats = new Map<string, number>(); // flag: no-memory-cache

export const handler = async (event: APIGatewayProxyEventV2) => {
  const flight = event.pathParameters!.flight!;
  if (!seats.has(flight)) seats.set(flight, await readSeats(flight));
  const free = seats.get(flight)!;
  const { party } = JSON.parse(event.body!);
  if (free < party) return { statusCode: 409 };
  seats.set(flight, free - party);
  await writeSeats(flight, free - party);
  return { statusCode: 200, body: String(free - party) };
};
