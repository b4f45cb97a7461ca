import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { createHistogram } from 'node:perf_hooks';
import { quoteFor } from './quotes';

const latency = createHistogram();
const instance = { id: crypto.randomUUID(), startedAt: Date.now(), served: 0 };

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const begun = performance.now();
  try {
    return { statusCode: 200, body: JSON.stringify(await quoteFor(event.pathParameters!.car!)) };
  } finally {
    instance.served++;
    latency.record(Math.max(1, Math.round(performance.now() - begun)));
    console.info(JSON.stringify({ ...instance, p99: latency.percentile(99) }));
  }
};
