// Two functions that pass a value on to each other: following it back through its callers must come to an end.
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const jobs = new Map<string, string>(); // flag: no-memory-record

function advance(id: string, state: string): string | undefined {
  jobs.set(id, state);
  return settle(id, state);
}

function settle(id: string, state: string): string | undefined {
  return jobs.get(id) === state ? state : advance(id, state);
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => ({ statusCode: 200, body: advance(event.pathParameters!.id!, event.body ?? '') });
