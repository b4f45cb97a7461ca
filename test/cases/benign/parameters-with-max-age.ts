import { getParameter, SSMProvider } from '@aws-lambda-powertools/parameters/ssm';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { quoteFor } from './insurance';

const provider = new SSMProvider();

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { age, vehicle } = JSON.parse(event.body ?? '{}');
  const factor = Number(await getParameter('/insurance/factor', { maxAge: 120 }));
  const surcharges = await provider.getMultiple('/insurance/surcharges', { maxAge: 300 });
  const price = quoteFor(age, vehicle, factor, surcharges ?? {});
  return { statusCode: 200, body: JSON.stringify({ price }) };
};
