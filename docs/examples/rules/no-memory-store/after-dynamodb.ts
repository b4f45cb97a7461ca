import { DynamoDB } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { RateLimiterDynamo } from 'rate-limiter-flexible';
import { complete } from '../outside/assistant';

const limiter = new RateLimiterDynamo({
  storeClient: new DynamoDB({}),
  tableName: process.env.LIMITS_TABLE!,
  tableCreated: true, // with `key` as its partition key …
  ttlSet: true, // … and time to live on `expire`; without these two lines every cold start asks for both
  points: 5,
  duration: 3600,
});

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { account, prompt } = JSON.parse(event.body ?? '{}');
  try {
    await limiter.consume(account);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    return { statusCode: 429, body: 'too many requests' };
  }
  return { statusCode: 200, body: await complete(prompt) };
};
