import { GetParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const ssm = new SSMClient({});
const Name = '/shop/maintenance';
const MAX_AGE_MS = 10_000;

let closed = false;
let fetchedAt = 0;

async function fetchSwitch(): Promise<boolean> {
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    return Parameter?.Value === 'on';
  } catch (error) {
    if (error instanceof ParameterNotFound) return false;
    throw error;
  }
}

async function isClosed(): Promise<boolean> {
  if (Date.now() - fetchedAt > MAX_AGE_MS) {
    closed = await fetchSwitch();
    fetchedAt = Date.now();
  }
  return closed;
}

export const switchMaintenance: APIGatewayProxyHandlerV2 = async (event) => {
  const Value = event.requestContext.http.method === 'PUT' ? 'on' : 'off';
  await ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true }));
  return { statusCode: 204 };
};

export const handler: APIGatewayProxyHandlerV2 = async () => {
  if (await isClosed()) return { statusCode: 503, body: 'closed for maintenance' };
  return { statusCode: 200, body: 'welcome' };
};
