import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { complete } from '../outside/assistant';

const LIMIT = 5;
const spent = new Map<string, number>();

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { account, prompt } = JSON.parse(event.body ?? '{}');
  const used = (spent.get(account) ?? 0) + 1;
  if (used > LIMIT) return { statusCode: 429, body: 'the quota of this month is used up' };
  spent.set(account, used);
  return { statusCode: 200, body: await complete(prompt) };
};
