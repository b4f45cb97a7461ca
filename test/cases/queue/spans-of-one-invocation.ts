import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { exportSpans, type Span } from './tracing';
import { findFlight } from './flights';

const spans: Span[] = [];

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  try {
    return await work();
  } finally {
    spans.push({ name, start, end: Date.now() });
  }
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  try {
    const flight = await timed('find-flight', () => findFlight(event.pathParameters!.number!));
    return { statusCode: 200, body: JSON.stringify(flight) };
  } finally {
    await exportSpans(spans.splice(0));
  }
};
