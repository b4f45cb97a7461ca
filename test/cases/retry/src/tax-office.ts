import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { setTimeout as sleep } from 'node:timers/promises';
import { submitReturn, TemporarilyClosed } from './tax-office-client';

const policy = Object.freeze({ attempts: 4, delay: 200 });

async function submit(form: unknown, attempt = 1, delay = policy.delay): Promise<string> {
  try {
    return await submitReturn(form);
  } catch (error) {
    if (!(error instanceof TemporarilyClosed) || attempt >= policy.attempts) throw error;
    await sleep(delay);
    return submit(form, attempt + 1, delay * 2);
  }
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const receipt = await submit(JSON.parse(event.body ?? '{}'));
  return { statusCode: 201, body: JSON.stringify({ receipt }) };
};
