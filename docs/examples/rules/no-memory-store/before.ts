import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { complete } from '../outside/assistant';

const limiter = new RateLimiterMemory({ points: 5, duration: 3600 });

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
