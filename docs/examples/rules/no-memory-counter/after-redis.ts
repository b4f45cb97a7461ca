import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Redis } from 'ioredis';
import { complete } from '../outside/assistant';

const redis = new Redis(process.env.REDIS_URL!);
const LIMIT = 5;
const KEEP_SECONDS = 62 * 86_400;

/** Both in one transaction: a process that died between the two would leave a key that never ends. */
async function spend(account: string): Promise<boolean> {
  const key = `quota:${account}:${new Date().toISOString().slice(0, 7)}`;
  const replies = await redis.multi().incr(key).expire(key, KEEP_SECONDS).exec();
  return Number(replies![0]![1]) <= LIMIT;
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { account, prompt } = JSON.parse(event.body ?? '{}');
  if (!(await spend(account))) return { statusCode: 429, body: 'the quota of this month is used up' };
  return { statusCode: 200, body: await complete(prompt) };
};
